package io.lynceus.crossmatch.config;

import io.lynceus.crossmatch.detection.MissionDefaults;
import io.lynceus.crossmatch.detection.Missions;
import io.lynceus.crossmatch.detection.ObservationEpoch;
import io.lynceus.crossmatch.source.AssociationPolicy;
import io.lynceus.crossmatch.surroundings.CounterpartSearch;
import io.lynceus.runtime.missions.ConfiguredMissions;
import io.lynceus.sky.JulianEpoch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/// Parameters of the method, checked when the service starts.
@ApplicationScoped
class ConfiguredParameters {
    @Produces
    @Singleton
    AssociationPolicy association(CrossmatchConfig config) {
        return checked("xray-sources-per-sq-deg", () -> new AssociationPolicy(config.xraySourcesPerSqDeg()));
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
