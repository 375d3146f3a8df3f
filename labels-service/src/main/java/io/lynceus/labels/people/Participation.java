package io.lynceus.labels.people;

import java.time.LocalDate;
import java.util.List;

/// Who has done how much.
///
/// 1. A vote is in it once it is cast.
/// 2. What the ranking says of a volunteer's training is what [Volunteers] says, whenever catalogues come to know a
///    source.
/// 3. Who does not want to be ranked takes no place, and everybody behind moves up.
public interface Participation {

    /// What a user has done; without votes, nothing.
    ///
    /// @param today in UTC
    Activity activity(String user, LocalDate today);

    /// The ranking by answers given, from place `offset` + 1 on; who has as many is in the order of the names.
    ///
    /// @param today in UTC
    List<RankingPlace> ranking(RankingSpan span, LocalDate today, int offset, int limit);

    /// Takes a user into the ranking or out of it, votes or not.
    void rank(String user, boolean ranked);
}
