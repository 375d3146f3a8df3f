package io.lynceus.standalone.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.lynceus.classifier.model.SourceClass;
import io.lynceus.classifier.scoring.Classification;
import io.lynceus.classifier.scoring.Classifier;
import io.lynceus.contracts.FeaturedDetection;
import io.lynceus.contracts.Wire;
import io.lynceus.feature.epoch.Measurement;
import io.lynceus.feature.features.Absence;
import io.lynceus.feature.features.Feature;
import io.lynceus.feature.features.FeatureDefinition;
import io.lynceus.feature.features.FeatureVector;
import io.lynceus.sky.SkyPosition;
import io.lynceus.standalone.suite.Service;
import io.lynceus.standalone.suite.ServiceClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Sources with a consensus of the volunteers, and their features in a running suite.
///
/// The volunteers give the class; its probability combines their votes and a classifier. Given the class, both are
/// independent witnesses: `P(c | votes, features) ∝ P(votes | c) P(c | features)`. Sources are chosen for voting by
/// their features, so only the classifier knows how common a class is among them. Votes alone would call rare
/// classes by the names of common ones.
///
/// Source: Raykar et al. 2010, J. Mach. Learn. Res. 11, 1297, section 2, with the classes of the sure sources in
/// place of shares of all.
final class ConsensusSample {
    private final List<VotedSource> sources;
    private final double least;

    /// @param votesSay `P(votes | c)` up to a factor, by class; empty where the labels service has no votes
    /// @param sure probability of the class by the votes and the suite's classifier
    private record VotedSource(LabelledSource source, Map<String, Double> votesSay, double sure) {
        double sure(Map<String, Double> classifier) {
            return votesSay.isEmpty() ? sure : together(votesSay, classifier, source.sourceClass());
        }
    }

    /// Probability of the class that the volunteers name, by their votes and a classifier together; 0 where one of
    /// them rules out every class.
    ///
    /// @param votesSay `P(votes | c)` up to a factor, by class
    /// @param classifier `P(c | features)` by class
    static double together(Map<String, Double> votesSay, Map<String, Double> classifier, String named) {
        double all = classifier.entrySet().stream()
                .mapToDouble(said -> said.getValue() * votesSay.getOrDefault(said.getKey(), 0.0))
                .sum();
        return all > 0 ? classifier.getOrDefault(named, 0.0) * votesSay.getOrDefault(named, 0.0) / all : 0;
    }

    private ConsensusSample(List<VotedSource> sources, double least) {
        this.sources = sources;
        this.least = least;
    }

    /// @param least probability of the class that a source must have, in [0, 1]
    /// @param missions whose bands the features must refer to; empty for any
    static ConsensusSample read(ServiceClient suite, double least, Set<String> missions) {
        List<VotedSource> sources = new ArrayList<>();
        for (JsonNode label : suite.get(Service.CLASSIFIER, "/consensus-labels?min_confidence=0")
                .path("labels")) {
            String path =
                    "/sources/" + URLEncoder.encode(label.path("source_id").asText(), StandardCharsets.UTF_8);
            suite.find(Service.CLASSIFIER, path)
                    .filter(source -> missions.isEmpty() || missions.contains(mission(source)))
                    .map(source -> voted(
                            source,
                            label,
                            suite.find(Service.LABELS, path + "/consensus").orElse(MissingNode.getInstance())))
                    .ifPresent(sources::add);
        }
        return new ConsensusSample(sources, least);
    }

    /// The sample with the sources that the volunteers and the suite's classifier are sure of.
    LabelledSample addedTo(LabelledSample sample) {
        return addedTo(sample, sources.stream().map(VotedSource::sure).toList());
    }

    /// The sample with the sources that the volunteers and this classifier are sure of.
    LabelledSample addedTo(LabelledSample sample, Classifier classifier) {
        List<Classification> classified = classifier.classify(
                sources.stream().map(voted -> voted.source().classifiable()).toList());
        List<SourceClass> classes = classifier.model().taxonomy().classes();
        return addedTo(
                sample,
                IntStream.range(0, sources.size())
                        .mapToObj(i -> sources.get(i)
                                .sure(IntStream.range(0, classes.size())
                                        .boxed()
                                        .collect(Collectors.toMap(
                                                c -> classes.get(c).name(),
                                                classified.get(i).probabilities()::get))))
                        .toList());
    }

    private LabelledSample addedTo(LabelledSample sample, List<Double> sure) {
        return sample.plus(
                IntStream.range(0, sources.size())
                        .filter(i -> sure.get(i) >= least)
                        .mapToObj(i -> sources.get(i).source())
                        .toList(),
                "by volunteers' consensus, with the classifier's word at least " + least + " probable");
    }

    /// A label without votes behind it, one that was sent by another than the labels service, is as sure as it says.
    private static VotedSource voted(JsonNode source, JsonNode label, JsonNode consensus) {
        JsonNode likelihood = consensus.path("likelihood");
        Map<String, Double> votesSay = likelihood
                .propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, said -> said.getValue().doubleValue()));
        double alone = label.path("confidence").doubleValue();
        return new VotedSource(
                labelled(source, label),
                votesSay,
                votesSay.isEmpty()
                        ? alone
                        : consensus
                                .path("combined")
                                .path(label.path("class").asText())
                                .asDouble(alone));
    }

    private static String mission(JsonNode source) {
        return source.at("/classified/featured/spectrum_mission")
                .asText(source.path("latest").path("mission").asText());
    }

    private static LabelledSource labelled(JsonNode source, JsonNode label) {
        FeaturedDetection featured = Wire.read(Wire.write(source.at("/classified/featured")), FeaturedDetection.class);
        return new LabelledSource(
                source.path("name").asText(),
                label.path("class").asText(),
                new SkyPosition(
                        source.path("ra_deg").doubleValue(),
                        source.path("dec_deg").doubleValue()),
                source.at("/classified/featured/enhanced/detection/signal_to_noise")
                        .asDouble(0),
                new FeatureVector(
                        featured.features().entrySet().stream()
                                .map(feature -> feature(feature.getKey(), feature.getValue()))
                                .toList(),
                        mission(source),
                        featured.epochCount()),
                String.format(
                        Locale.ROOT,
                        "consensus of %d volunteers, confidence %.3f, %s",
                        label.path("voters").intValue(),
                        label.path("confidence").doubleValue(),
                        label.path("method").asText()));
    }

    private static Feature feature(String name, FeaturedDetection.Feature feature) {
        Double value = feature.value();
        return new Feature(
                new FeatureDefinition(name, feature.unit()),
                value == null
                        ? Optional.empty()
                        : Optional.of(new Measurement(value, optional(feature.error()), inputs(feature))),
                value == null ? Optional.of(absence(feature.missing())) : Optional.empty());
    }

    private static List<String> inputs(FeaturedDetection.Feature feature) {
        List<String> inputs = feature.inputs();
        return inputs == null ? List.of() : inputs;
    }

    /// A record from before reasons were told counts as looked for.
    private static Absence absence(FeaturedDetection.@Nullable Missing missing) {
        return switch (missing) {
            case NO_COVERAGE -> Absence.NO_COVERAGE;
            case NOT_DETECTED -> Absence.NOT_DETECTED;
            case NOT_MEASURED -> Absence.NOT_MEASURED;
            case null -> Absence.NOT_DETECTED;
        };
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
