package io.lynceus.labels.people.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.labels.people.Activity;
import io.lynceus.labels.people.Badge;
import io.lynceus.labels.people.RankingPlace;
import io.lynceus.labels.people.RankingSpan;
import io.lynceus.labels.people.Volunteer;
import io.lynceus.labels.rest.RateDocument;
import io.lynceus.labels.voting.Answer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Documents about volunteers.
final class PeopleDocuments {
    private PeopleDocuments() {}

    /// A volunteer.
    ///
    /// @param level `training`, or `ready` for sources that nobody knows
    /// @param votes for such sources
    /// @param trained training answers of all classes
    /// @param training the same by true class
    /// @param confusion expected number of answers, by class and answer
    @JsonNaming(SnakeCaseStrategy.class)
    record VolunteerDocument(
            String user,
            String level,
            int votes,
            RateDocument trained,
            Map<String, RateDocument> training,
            Map<String, Map<String, Double>> confusion,
            ActivityDocument activity) {
        static VolunteerDocument of(Volunteer volunteer, ActivityDocument activity) {
            return new VolunteerDocument(
                    volunteer.user(),
                    volunteer.ready() ? "ready" : "training",
                    volunteer.votes(),
                    RateDocument.of(volunteer.trained()),
                    labelled(volunteer.training(), RateDocument::of),
                    labelled(volunteer.confusion(), row -> labelled(row, Function.identity())),
                    activity);
        }

        private static <T, D> Map<String, D> labelled(Map<Answer, T> values, Function<T, D> document) {
            Map<String, D> labelled = new LinkedHashMap<>();
            values.forEach((answer, value) -> labelled.put(answer.label(), document.apply(value)));
            return labelled;
        }
    }

    /// @param today answers since midnight, UTC
    /// @param streak days in a row with an answer, up to today or yesterday
    /// @param ranked false if the user has opted out of the ranking
    @JsonNaming(SnakeCaseStrategy.class)
    record ActivityDocument(
            int today, int answers, int streak, int longestStreak, List<BadgeDocument> badges, boolean ranked) {
        static ActivityDocument of(Activity activity) {
            return new ActivityDocument(
                    activity.today(),
                    activity.answers(),
                    activity.streak().current(),
                    activity.streak().longest(),
                    activity.badges().stream().map(BadgeDocument::of).toList(),
                    activity.ranked());
        }
    }

    /// @param badge `rare-find` or `steady`
    /// @param sourceClass of the finds; `null` for others
    /// @param count finds, or days in a row
    @JsonNaming(SnakeCaseStrategy.class)
    record BadgeDocument(
            String badge, @JsonProperty("class") @Nullable String sourceClass, int count) {
        static BadgeDocument of(Badge badge) {
            return switch (badge) {
                case Badge.RareFind(var found, int finds) -> new BadgeDocument("rare-find", found.label(), finds);
                case Badge.Steady(int days) -> new BadgeDocument("steady", null, days);
            };
        }
    }

    /// A page of the ranking.
    ///
    /// @param begins first day of the span, UTC; `null` for all time
    /// @param nextCursor where the next page begins; `null` on the last
    @JsonNaming(SnakeCaseStrategy.class)
    record RankingDocument(
            String span,
            @Nullable LocalDate begins,
            List<StandingDocument> ranking,
            @Nullable String nextCursor) {
        static RankingDocument of(
                RankingSpan span, LocalDate today, List<RankingPlace> page, @Nullable String nextCursor) {
            return new RankingDocument(
                    span.label(),
                    span.begins(today).orElse(null),
                    page.stream().map(StandingDocument::of).toList(),
                    nextCursor);
        }
    }

    /// @param place from 1; users with as many answers share a place
    /// @param trained answers for sources of known class, and the share of them that is right
    @JsonNaming(SnakeCaseStrategy.class)
    record StandingDocument(long place, String user, int answers, RateDocument trained) {
        static StandingDocument of(RankingPlace standing) {
            return new StandingDocument(
                    standing.place(), standing.user(), standing.answers(), RateDocument.of(standing.trained()));
        }
    }

    /// What a volunteer can choose.
    @JsonNaming(SnakeCaseStrategy.class)
    record SettingsRequest(@Nullable Boolean ranked) {}
}
