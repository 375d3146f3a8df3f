package io.lynceus.gateway.services;

import io.lynceus.gateway.JsonDocument;
import io.lynceus.gateway.Reply;
import io.lynceus.gateway.Service;
import io.lynceus.gateway.SuiteServices;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// What the services know, over HTTP.
@ApplicationScoped
class RestSuiteServices implements SuiteServices {
    private final GuardedCalls calls;
    private final CrossmatchClient crossmatch;
    private final FeatureClient feature;
    private final ClassifierClient classifier;
    private final LabelsClient labels;

    RestSuiteServices(
            GuardedCalls calls,
            @RestClient CrossmatchClient crossmatch,
            @RestClient FeatureClient feature,
            @RestClient ClassifierClient classifier,
            @RestClient LabelsClient labels) {
        this.calls = calls;
        this.crossmatch = crossmatch;
        this.feature = feature;
        this.classifier = classifier;
        this.labels = labels;
    }

    @Override
    public Reply sources(Map<String, String> conditions) {
        return calls.call(Service.CLASSIFIER, () -> classifier.sources(conditions));
    }

    @Override
    public Reply source(String sourceId) {
        return calls.call(Service.CLASSIFIER, () -> classifier.source(sourceId));
    }

    @Override
    public Reply history(String sourceId) {
        return calls.call(Service.CLASSIFIER, () -> classifier.history(sourceId));
    }

    @Override
    public Reply association(String sourceId) {
        return calls.call(Service.CROSSMATCH, () -> crossmatch.source(sourceId));
    }

    @Override
    public Reply doubtful(Map<String, String> page) {
        return calls.call(Service.CROSSMATCH, () -> crossmatch.doubtful(page));
    }

    @Override
    public Reply lightCurve(String sourceId) {
        return calls.call(Service.FEATURE, () -> feature.lightCurve(sourceId));
    }

    @Override
    public Reply votes(String sourceId) {
        return calls.call(Service.LABELS, () -> labels.votes(sourceId));
    }

    @Override
    public Reply vote(String sourceId, JsonDocument vote) {
        return calls.call(Service.LABELS, () -> labels.vote(sourceId, vote.utf8()));
    }

    @Override
    public Reply consensus(String sourceId) {
        return calls.call(Service.LABELS, () -> labels.consensus(sourceId));
    }

    @Override
    public Reply nextSubject(String user, boolean training) {
        return calls.call(Service.LABELS, () -> labels.next(user, training));
    }

    @Override
    public Reply volunteer(String user) {
        return calls.call(Service.LABELS, () -> labels.volunteer(user));
    }

    @Override
    public Reply ranking(Map<String, String> page) {
        return calls.call(Service.LABELS, () -> labels.ranking(page));
    }

    @Override
    public Reply chooseSettings(String user, JsonDocument settings) {
        return calls.call(Service.LABELS, () -> labels.chooseSettings(user, settings.utf8()));
    }

    @Override
    public Reply personalData(String user) {
        return calls.call(Service.LABELS, () -> labels.personalData(user));
    }

    @Override
    public Reply forget(String user) {
        return calls.call(Service.LABELS, () -> labels.forget(user));
    }

    @Override
    public Reply recomputeConsensus() {
        return calls.call(Service.LABELS, labels::recompute);
    }

    @Override
    public Reply recomputation(String id) {
        return calls.call(Service.LABELS, () -> labels.recomputation(id));
    }

    @Override
    public Reply retirementRules() {
        return calls.call(Service.LABELS, labels::retirementRules);
    }

    @Override
    public Reply storeRetirementRule(String name, JsonDocument rule) {
        return calls.call(Service.LABELS, () -> labels.storeRetirementRule(name, rule.utf8()));
    }

    @Override
    public Reply activateRetirementRule(String name) {
        return calls.call(Service.LABELS, () -> labels.activateRetirementRule(name));
    }

    @Override
    public Reply retirementDryRun(JsonDocument rule) {
        return calls.call(Service.LABELS, () -> labels.retirementDryRun(rule.utf8()));
    }

    @Override
    public Reply retirement(String sourceId) {
        return calls.call(Service.LABELS, () -> labels.retirement(sourceId));
    }

    @Override
    public Reply decideRetirement(String sourceId, JsonDocument decision) {
        return calls.call(Service.LABELS, () -> labels.decideRetirement(sourceId, decision.utf8()));
    }

    @Override
    public Reply exportDictionary() {
        return calls.call(Service.LABELS, labels::exportDictionary);
    }

    @Override
    public Reply imports() {
        return calls.call(Service.LABELS, labels::imports);
    }

    @Override
    public Reply describeImport(String name, JsonDocument mapping) {
        return calls.call(Service.LABELS, () -> labels.describeImport(name, mapping.utf8()));
    }

    @Override
    public Reply correlatedAccounts() {
        return calls.call(Service.LABELS, labels::correlated);
    }

    @Override
    public Reply models() {
        return calls.call(Service.CLASSIFIER, classifier::models);
    }

    @Override
    public Reply model(String name, String version) {
        return calls.call(Service.CLASSIFIER, () -> classifier.model(name, version));
    }

    @Override
    public Reply densities(String name, String version) {
        return calls.call(Service.CLASSIFIER, () -> classifier.densities(name, version));
    }

    @Override
    public Reply activation(long number) {
        return calls.call(Service.CLASSIFIER, () -> classifier.activation(number));
    }

    @Override
    public Reply activate(JsonDocument models) {
        return calls.call(Service.CLASSIFIER, () -> classifier.activate(models.utf8()));
    }

    @Override
    public boolean isReady(Service service) {
        return calls.isReady(
                switch (service) {
                    case CROSSMATCH -> crossmatch::readiness;
                    case FEATURE -> feature::readiness;
                    case CLASSIFIER -> classifier::readiness;
                    case LABELS -> labels::readiness;
                });
    }
}
