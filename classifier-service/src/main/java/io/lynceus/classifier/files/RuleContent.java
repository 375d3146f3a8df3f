package io.lynceus.classifier.files;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.lynceus.classifier.feature.FeatureDefinition;
import io.lynceus.classifier.model.NaiveBayes;
import io.lynceus.classifier.model.ScoringRule;
import io.lynceus.classifier.model.WeightedEvidence;
import java.util.List;

/// A model's rule as its document holds it; `kind` says which.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = NaiveBayesContent.class, name = "naive-bayes"),
    @JsonSubTypes.Type(value = WeightedEvidenceContent.class, name = WeightedEvidence.NAME)
})
sealed interface RuleContent permits NaiveBayesContent, WeightedEvidenceContent {
    /// @param features makes a feature of what the rule tells of it
    ScoringRule rule(List<String> classes, Features features);

    /// A feature by what is stored beside its densities.
    interface Features {
        FeatureDefinition of(String name, String category, String unit);
    }

    static RuleContent of(ScoringRule rule, List<String> classes) {
        return switch (rule) {
            case NaiveBayes bayes -> NaiveBayesContent.of(bayes, classes);
            case WeightedEvidence weighted -> WeightedEvidenceContent.of(weighted, classes);
        };
    }
}
