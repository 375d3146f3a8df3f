package io.lynceus.crossmatch.config;

import io.lynceus.crossmatch.CounterpartSearch;
import io.lynceus.crossmatch.MissionDefaults;
import io.lynceus.crossmatch.Missions;
import io.lynceus.crossmatch.ObservationEpoch;
import io.lynceus.crossmatch.SourceAssociation;
import io.lynceus.runtime.missions.ConfiguredMissions;
import io.lynceus.sky.JulianEpoch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/// The method's parameters, checked when the service starts.
@ApplicationScoped
class ConfiguredMethod {
    @Produces
    @Singleton
    SourceAssociation association(CrossmatchConfig config) {
        return checked("xray-sources-per-sq-deg", () -> new SourceAssociation(config.xraySourcesPerSqDeg()));
    }

    @Produces
    @Singleton
    CounterpartSearch search(CrossmatchConfig config) {
        CrossmatchConfig.Counterparts counterparts = config.counterparts();
        return checked(
                "counterparts",
                () -> new CounterpartSearch(
                        counterparts.radiusArcsec(),
                        counterparts.sigmas(),
                        counterparts.completeness(),
                        counterparts.systematicArcsec(),
                        counterparts.most()));
    }

    @Produces
    @Singleton
    Missions missions(CrossmatchConfig config, ConfiguredMissions described) {
        return Missions.of(described.all(), checked("other", () -> defaults(config.other())));
    }

    private static MissionDefaults defaults(CrossmatchConfig.Defaults configured) {
        return new MissionDefaults(
                configured.errorContainment(),
                new ObservationEpoch(new JulianEpoch(configured.meanEpochYear()), configured.epochSpreadYears()));
    }

    private static <T> T checked(String key, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("lynceus.crossmatch." + key + ": " + e.getMessage(), e);
        }
    }
}
