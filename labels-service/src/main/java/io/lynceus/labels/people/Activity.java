package io.lynceus.labels.people;

import java.util.List;

/// Activity of a volunteer.
///
/// @param today answers on this day, UTC
/// @param answers in all, training and "unsure" included
/// @param ranked whether the volunteer is in the ranking
public record Activity(int today, int answers, Streak streak, List<Badge> badges, boolean ranked) {
    public Activity {
        if (!(today >= 0 && today <= answers)) {
            throw new IllegalArgumentException("answers today must lie in [0, " + answers + "]: " + today);
        }
        badges = List.copyOf(badges);
    }
}
