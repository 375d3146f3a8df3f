package io.lynceus.labels.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.labels.Consensus;
import io.lynceus.labels.Crowd.Opinion;
import io.lynceus.labels.Witnesses;
import io.lynceus.labels.asking.Subject;
import io.lynceus.labels.voting.Answer;
import io.lynceus.labels.voting.Ballots.VoteReceipt;
import io.lynceus.labels.voting.Lesson;
import io.lynceus.labels.voting.PropertyCategory;
import io.lynceus.labels.voting.Tally;
import io.lynceus.labels.voting.Vote;
import io.lynceus.labels.voting.VoteDetails;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Documents about votes and consensus.
final class VoteDocuments {
    private VoteDocuments() {}

    /// A vote as it is sent.
    ///
    /// @param answer AGN, Star, XRB, CV, Other or Unsure
    /// @param timeSpentS from sight of the source to the answer, in [0, 86400] [s]
    /// @param hints categories of properties that spoke for the answer: LOCATION, SPECTRUM, COUNTERPARTS,
    /// VARIABILITY
    @JsonNaming(SnakeCaseStrategy.class)
    record VoteRequest(
            @Nullable String user,
            @Nullable String answer,
            @Nullable String comment,
            @Nullable Double timeSpentS,
            @Nullable List<String> hints) {
        VoteDetails details() {
            return new VoteDetails(
                    timeSpentS == null ? OptionalDouble.empty() : OptionalDouble.of(timeSpentS),
                    hints == null
                            ? Set.of()
                            : hints.stream().map(VoteRequest::category).collect(Collectors.toSet()));
        }

        private static PropertyCategory category(String name) {
            return PropertyCategory.of(name)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "hint is \"" + name + "\", must be one of LOCATION, SPECTRUM, COUNTERPARTS, VARIABILITY"));
        }
    }

    /// What came of it.
    ///
    /// @param counted false if an earlier vote of the same user stands, which is then the one shown
    /// @param training what the source is known as; `null` if it is not
    @JsonNaming(SnakeCaseStrategy.class)
    record VoteAnswer(
            String sourceId,
            String user,
            String answer,
            @Nullable String comment,
            Instant castAt,
            @Nullable Double timeSpentS,
            List<String> hints,
            boolean counted,
            TallyDocument tally,
            @Nullable LessonDocument training) {
        static VoteAnswer of(VoteReceipt cast) {
            Vote vote = cast.standing();
            return new VoteAnswer(
                    vote.sourceId(),
                    vote.user(),
                    vote.answer().label(),
                    vote.comment(),
                    vote.castAt(),
                    vote.details().timeSpentS().isPresent()
                            ? vote.details().timeSpentS().getAsDouble()
                            : null,
                    vote.details().hints().stream().map(Enum::name).toList(),
                    cast.counted(),
                    TallyDocument.of(vote.sourceId(), cast.tally()),
                    cast.lesson()
                            .map(lesson -> LessonDocument.of(lesson, vote.answer()))
                            .orElse(null));
        }
    }

    /// The truth behind a training source, and why the classifier says what it says.
    ///
    /// @param right whether the vote names the true class
    @JsonNaming(SnakeCaseStrategy.class)
    record LessonDocument(String truth, boolean right, String classifierClass, List<ReasonDocument> reasons) {
        static LessonDocument of(Lesson lesson, Answer answer) {
            return new LessonDocument(
                    lesson.truth().label(),
                    lesson.truth() == answer,
                    lesson.classifierClass(),
                    lesson.reasons().stream()
                            .map(reason -> new ReasonDocument(reason.evidence(), reason.lnOdds()))
                            .toList());
        }
    }

    /// @param lnOdds by how much it favours the classifier's class over its next best, natural logarithm
    @JsonNaming(SnakeCaseStrategy.class)
    record ReasonDocument(String evidence, double lnOdds) {}

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
    ///
    /// @param crowd probabilities of the classes by the votes; `null` without votes, or if the class is known
    /// @param likelihood what the votes say for each class, however common it is: 1 for the class that they speak
    ///     for most; `null` as `crowd`
    /// @param classifier by the classifier, made as sure as it should be; `null` if the class is known
    /// @param combined by both together, which is no training label
    @JsonNaming(SnakeCaseStrategy.class)
    record ConsensusDocument(
            String sourceId,
            @Nullable @JsonProperty("class") String sourceClass,
            @Nullable Double confidence,
            @Nullable Double agreement,
            Map<String, Integer> votes,
            int voters,
            @Nullable String method,
            @Nullable Map<String, Double> crowd,
            @Nullable Map<String, Double> likelihood,
            @Nullable Map<String, Double> classifier,
            @Nullable Map<String, Double> combined) {
        static ConsensusDocument of(String sourceId, Opinion opinion) {
            TallyDocument counted = TallyDocument.of(sourceId, opinion.tally());
            Optional<Consensus> consensus = opinion.consensus();
            Optional<Witnesses> witnesses = opinion.witnesses();
            Optional<Witnesses> votesSay = witnesses.filter(_ -> counted.voters > 0);
            return new ConsensusDocument(
                    sourceId,
                    consensus.map(found -> found.answer().label()).orElse(null),
                    consensus.map(Consensus::confidence).orElse(null),
                    consensus.map(Consensus::agreement).orElse(null),
                    counted.votes,
                    counted.voters,
                    consensus.map(Consensus::method).orElse(null),
                    votesSay.map(heard -> labelled(heard.crowd())).orElse(null),
                    votesSay.map(heard -> labelled(heard.likelihood())).orElse(null),
                    witnesses.map(heard -> labelled(heard.classifier())).orElse(null),
                    witnesses.map(heard -> labelled(heard.combined())).orElse(null));
        }

        private static Map<String, Double> labelled(Map<Answer, Double> probabilities) {
            Map<String, Double> labelled = new LinkedHashMap<>();
            probabilities.forEach((answer, probability) -> labelled.put(answer.label(), probability));
            return labelled;
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
