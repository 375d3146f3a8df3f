package io.lynceus.labels.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.labels.Activity;
import io.lynceus.labels.Badge;
import io.lynceus.labels.Span;
import io.lynceus.labels.Standing;
import io.lynceus.labels.rest.VolunteerResource.RateDocument;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What this service says of people over HTTP.
final class PeopleDocuments {
    private PeopleDocuments() {}

    /// @param today answers since midnight, UTC
    /// @param streak days in a row with an answer, up to today or yesterday
    /// @param ranked false for who has opted out of the ranking
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
        static RankingDocument of(Span span, LocalDate today, List<Standing> page, @Nullable String nextCursor) {
            return new RankingDocument(
                    span.label(),
                    span.begins(today).orElse(null),
                    page.stream().map(StandingDocument::of).toList(),
                    nextCursor);
        }
    }

    /// @param place from 1; who has given as many answers has the same
    /// @param trained answers for sources of known class, and the share of them that is right
    @JsonNaming(SnakeCaseStrategy.class)
    record StandingDocument(long place, String user, int answers, RateDocument trained) {
        static StandingDocument of(Standing standing) {
            return new StandingDocument(
                    standing.place(), standing.user(), standing.answers(), RateDocument.of(standing.trained()));
        }
    }

    /// What a volunteer can choose.
    @JsonNaming(SnakeCaseStrategy.class)
    record SettingsRequest(@Nullable Boolean ranked) {}
}
