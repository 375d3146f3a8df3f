package io.lynceus.labels.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.labels.Ballots.Cast;
import io.lynceus.labels.Consensus;
import io.lynceus.labels.Subject;
import io.lynceus.labels.Tally;
import io.lynceus.labels.Vote;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What this service says and hears over HTTP.
final class VoteDocuments {
    private VoteDocuments() {}

    /// A vote as it is sent.
    ///
    /// @param answer AGN, Star, XRB, CV, Other or Unsure
    @JsonNaming(SnakeCaseStrategy.class)
    record VoteRequest(
            @Nullable String user,
            @Nullable String answer,
            @Nullable String comment) {}

    /// What came of it.
    ///
    /// @param counted false if an earlier vote of the same user stands, which is then the one shown
    @JsonNaming(SnakeCaseStrategy.class)
    record VoteAnswer(
            String sourceId,
            String user,
            String answer,
            @Nullable String comment,
            Instant castAt,
            boolean counted,
            TallyDocument tally) {
        static VoteAnswer of(Cast cast) {
            Vote vote = cast.standing();
            return new VoteAnswer(
                    vote.sourceId(),
                    vote.user(),
                    vote.answer().label(),
                    vote.comment(),
                    vote.castAt(),
                    cast.counted(),
                    TallyDocument.of(vote.sourceId(), cast.tally()));
        }
    }

    /// Votes for a source by answer.
    @JsonNaming(SnakeCaseStrategy.class)
    record TallyDocument(String sourceId, Map<String, Integer> votes, int voters) {
        static TallyDocument of(String sourceId, Tally tally) {
            Map<String, Integer> votes = new LinkedHashMap<>();
            tally.counts().forEach((answer, count) -> votes.put(answer.label(), count));
            return new TallyDocument(sourceId, votes, tally.voters());
        }
    }

    /// What the votes agree on; the class and its figures are `null` while they agree on nothing.
    @JsonNaming(SnakeCaseStrategy.class)
    record ConsensusDocument(
            String sourceId,
            @Nullable @JsonProperty("class") String sourceClass,
            @Nullable Double confidence,
            @Nullable Double agreement,
            Map<String, Integer> votes,
            int voters,
            @Nullable String method) {
        static ConsensusDocument of(String sourceId, Tally tally, @Nullable Consensus consensus) {
            TallyDocument counted = TallyDocument.of(sourceId, tally);
            return consensus == null
                    ? new ConsensusDocument(sourceId, null, null, null, counted.votes, counted.voters, null)
                    : new ConsensusDocument(
                            sourceId,
                            consensus.answer().label(),
                            consensus.confidence(),
                            consensus.agreement(),
                            counted.votes,
                            counted.voters,
                            consensus.method());
        }
    }

    /// A source to label. The classifier's word is left out: it is not to sway the volunteer.
    @JsonNaming(SnakeCaseStrategy.class)
    record SubjectDocument(String sourceId, String name, double raDeg, double decDeg) {
        static SubjectDocument of(Subject subject) {
            return new SubjectDocument(
                    subject.sourceId(),
                    subject.name(),
                    subject.position().raDeg(),
                    subject.position().decDeg());
        }
    }
}
