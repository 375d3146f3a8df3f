package io.lynceus.labels.asking;

import io.lynceus.labels.people.Volunteer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Which source a volunteer is asked about next.
///
/// A volunteer in training gets sources of known class while there are any. A trained volunteer gets one now and then,
/// and otherwise the most urgent source ([Interest#urgency]), shared among the volunteers who look at it at this
/// moment. Now and then it is any source, so that sources nobody finds interesting are looked at too. Lots decide; they
/// depend on the user and on the number of votes the user has cast, and on nothing else.
///
/// @param trainingShare share of sources of known class for trained users, in [0, 1]
/// @param exploration share of the others that are chosen without regard to interest, in [0, 1]
/// @param assignment time that a source is held for the user that was asked, > 0
public record AskingPolicy(double trainingShare, double exploration, Duration assignment) {
    public AskingPolicy {
        if (!(trainingShare >= 0 && trainingShare <= 1)) {
            throw new IllegalArgumentException("training share must lie in [0, 1]: " + trainingShare);
        }
        if (!(exploration >= 0 && exploration <= 1)) {
            throw new IllegalArgumentException("exploration must lie in [0, 1]: " + exploration);
        }
        if (!assignment.isPositive()) {
            throw new IllegalArgumentException("assignment must last: " + assignment);
        }
    }

    /// A kind of source to ask about.
    public enum Kind {
        TRAINING,
        INTERESTING,
        ANY
    }

    /// Kinds of sources in the order in which one is looked for.
    public List<Kind> order(Volunteer volunteer) {
        return Stream.of(kind(volunteer), Kind.INTERESTING, Kind.TRAINING)
                .distinct()
                .toList();
    }

    /// The kind to offer a user first.
    Kind kind(Volunteer volunteer) {
        int cast = volunteer.votes() + volunteer.trained().trials();
        if (!volunteer.ready() || lot(volunteer.user(), 2L * cast) < trainingShare) {
            return Kind.TRAINING;
        }
        return lot(volunteer.user(), 2L * cast + 1) < exploration ? Kind.ANY : Kind.INTERESTING;
    }

    /// A number in [0, 1) that looks random, the same for the same arguments.
    ///
    /// Source: Steele et al. 2014, Proc. OOPSLA, 453, doi:10.1145/2660193.2660195 (the mixing function of
    /// SplitMix).
    public static double lot(String user, long count) {
        long z = (user.hashCode() + 0x9e3779b97f4a7c15L * (count + 1)) ^ 0x632be59bd9b4e019L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }
}
