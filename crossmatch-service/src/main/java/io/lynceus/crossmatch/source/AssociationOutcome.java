package io.lynceus.crossmatch.source;

import io.lynceus.crossmatch.detection.Require;
import io.lynceus.crossmatch.match.PositionMatch;
import java.util.List;
import java.util.Optional;

/// Which X-ray source a detection belongs to.
public sealed interface AssociationOutcome {
    /// The source the detection belongs to, as it is with this detection.
    XraySource source();

    /// What kind of outcome it is.
    default Kind kind() {
        return switch (this) {
            case NewSource(var _) -> Kind.NEW;
            case JoinedSource(var _, var _) -> Kind.JOINED;
            case AmbiguousSource(var _, var _) -> Kind.AMBIGUOUS;
        };
    }

    /// Agreement of the two positions, where the detection joined a source.
    default Optional<PositionMatch> positionMatch() {
        return this instanceof JoinedSource(var _, var joined) ? Optional.of(joined.match()) : Optional.empty();
    }

    /// The kinds of outcome.
    enum Kind {
        NEW,
        JOINED,
        AMBIGUOUS
    }

    /// No known source qualifies: the detection starts its own.
    record NewSource(XraySource source) implements AssociationOutcome {}

    /// Exactly one known source qualifies.
    ///
    /// @param agreement of the detection with the source as it was before
    record JoinedSource(XraySource source, Agreement agreement) implements AssociationOutcome {}

    /// Several known sources qualify: the detection starts its own and names them, the most probable first.
    record AmbiguousSource(XraySource source, List<Agreement> candidates) implements AssociationOutcome {
        public AmbiguousSource {
            candidates = List.copyOf(candidates);
        }
    }

    /// How well a detection agrees with a known source.
    ///
    /// @param source as it was before the detection
    /// @param match of the two positions
    /// @param posterior probability that they are one, over chance among sources of the configured density, in [0,
    ///     1]
    record Agreement(XraySource source, PositionMatch match, double posterior) {
        public Agreement {
            Require.probability("posterior", posterior);
        }
    }
}
