package io.lynceus.labels.people;

import io.lynceus.labels.voting.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Badge that a volunteer has earned.
public sealed interface Badge {
    /// Classes whose every new source matters: the accreting binaries.
    ///
    /// Source: a survey's priors in docs/method.md, AGN .66, star .25, XRB .07, CV .02: less than a tenth each.
    Set<Answer> RARE = Set.of(Answer.XRB, Answer.CV);

    /// Rare sources that the volunteer named rightly before it was settled.
    ///
    /// Such a find is a vote for a source whose class no catalogue knows; the source is retired, by the active rule
    /// or by a person, and was not reopened since; the crowd's consensus on it is of a [#RARE] class, the one that
    /// the vote names; and the vote was cast before the source was retired.
    ///
    /// @param sourceClass one of [#RARE]
    /// @param finds at least 1
    record RareFind(Answer sourceClass, int finds) implements Badge {
        public RareFind {
            if (!(RARE.contains(sourceClass) && finds >= 1)) {
                throw new IllegalArgumentException(
                        "rare finds must be 1 or more of " + RARE + ": " + finds + " " + sourceClass);
            }
        }
    }

    /// An answer on so many days in a row, the most of [#MILESTONES] that the longest streak has reached.
    ///
    /// @param days one of [#MILESTONES]
    record Steady(int days) implements Badge {
        /// [days]
        static final List<Integer> MILESTONES = List.of(7, 30, 100, 365);
    }

    /// Badges for confirmed finds, in the order of the classes, and for steady work.
    ///
    /// @param finds confirmed, by class; a class without any has no badge
    static List<Badge> of(Map<Answer, Integer> finds, Streak streak) {
        List<Badge> badges = new ArrayList<>();
        for (Answer rare : Answer.classes()) {
            if (finds.getOrDefault(rare, 0) > 0) {
                badges.add(new RareFind(rare, finds.getOrDefault(rare, 0)));
            }
        }
        Steady.MILESTONES.stream()
                .filter(days -> days <= streak.longest())
                .max(Integer::compare)
                .ifPresent(days -> badges.add(new Steady(days)));
        return List.copyOf(badges);
    }
}
