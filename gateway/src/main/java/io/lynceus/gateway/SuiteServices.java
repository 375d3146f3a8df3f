package io.lynceus.gateway;

import java.util.Map;

/// What the services know, and votes for them. [ServiceAway] if one gives no answer in time.
public interface SuiteServices {
    /// @param conditions class, min_probability, min_outlier, min_variability, min_abs_b_deg, max_abs_b_deg, ra_deg,
    ///     dec_deg, radius_arcsec, mission, name, limit, cursor
    Reply sources(Map<String, String> conditions);

    Reply source(String sourceId);

    Reply history(String sourceId);

    /// The detections that a source is made of, and how they came to it.
    Reply association(String sourceId);

    /// @param page cursor, limit
    Reply doubtful(Map<String, String> page);

    Reply lightCurve(String sourceId);

    Reply votes(String sourceId);

    Reply vote(String sourceId, JsonDocument vote);

    Reply consensus(String sourceId);

    /// @param training whether it must be one that catalogues know
    Reply nextSubject(String user, boolean training);

    Reply volunteer(String user);

    /// @param page span, cursor, limit
    Reply ranking(Map<String, String> page);

    Reply chooseSettings(String user, JsonDocument settings);

    /// Everything stored under a volunteer's name.
    Reply personalData(String user);

    Reply forget(String user);

    /// Begins; the answer names the job to ask for.
    Reply recomputeConsensus();

    Reply recomputation(String id);

    Reply retirementRules();

    Reply storeRetirementRule(String name, JsonDocument rule);

    Reply activateRetirementRule(String name);

    Reply retirementDryRun(JsonDocument rule);

    Reply retirement(String sourceId);

    Reply decideRetirement(String sourceId, JsonDocument decision);

    Reply exportDictionary();

    Reply imports();

    Reply describeImport(String name, JsonDocument mapping);

    Reply correlatedAccounts();

    Reply models();

    Reply model(String name, String version);

    /// The density of every feature in every class.
    Reply densities(String name, String version);

    Reply activate(JsonDocument models);

    Reply activation(long number);

    /// Whether a service says that it can do its work.
    boolean isReady(Service service);
}
