package io.lynceus.crossmatch.source;
import io.lynceus.crossmatch.detection.Require;
import io.lynceus.crossmatch.match.PositionMatch;
import java.util.List;

/// Which X-ray source a detection belongs to.
public sealed interface AssociationOutcome {
    /// The source the detection belongs to, as it is with this detection.
    XraySource source();

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
    /// 1]
    record Agreement(XraySource source, PositionMatch match, double posterior) {
        public Agreement {
            Require.probability("posterior", posterior);
        }
    }
}
