package io.lynceus.feature.features;

/// Why a feature is missing. What was not looked at says nothing of a source; what was looked for and not found does.
public enum Absence {
    /// Nothing that could tell has looked here: no catalogue of that kind covers the position, or the source was
    /// observed once.
    NO_COVERAGE,
    /// What looked here found nothing: no counterpart, no host galaxy, no flux.
    NOT_DETECTED,
    /// What was found here lacks this measurement.
    NOT_MEASURED
}
