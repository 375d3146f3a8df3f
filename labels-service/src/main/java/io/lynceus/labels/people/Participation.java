package io.lynceus.labels.people;

import java.time.LocalDate;
import java.util.List;

/// Activity of the volunteers, and their ranking.
///
/// 1. A vote is in it once it is cast.
/// 2. The ranking and [Volunteers] agree on a volunteer's training, also after catalogues learn a source's class.
/// 3. A user that opts out takes no place, and all users behind move up.
public interface Participation {

    /// Activity of a user; zeros without votes.
    ///
    /// @param today in UTC
    Activity activity(String user, LocalDate today);

    /// The ranking by answers given, from place `offset` + 1 on; users with as many answers stand in the order of
    /// names.
    ///
    /// @param today in UTC
    List<RankingPlace> ranking(RankingSpan span, LocalDate today, int offset, int limit);

    /// Takes a user into the ranking or out of it, votes or not.
    void rank(String user, boolean ranked);
}
