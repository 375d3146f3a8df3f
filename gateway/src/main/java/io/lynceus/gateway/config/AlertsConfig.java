package io.lynceus.gateway.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Thresholds above which a classification is an alert.
@ConfigMapping(prefix = "lynceus.gateway.alerts")
public interface AlertsConfig {
    /// Share of held-out sources of the class that are at least as unusual as an outlier, in (0, 1].
    @WithDefault("0.01")
    double outlierShare();

    /// Significant long-term ratio of a strongly variable source [dex].
    @WithDefault("1")
    double variableDex();

    /// log10 of the luminosity of a candidate for a ULX [erg/s].
    @WithDefault("39")
    double ulxLogLuminosity();

    /// Least photon index of a candidate for a tidal disruption event.
    @WithDefault("3")
    double tdePhotonIndex();
}
