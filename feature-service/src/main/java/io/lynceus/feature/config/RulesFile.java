package io.lynceus.feature.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.feature.epoch.FeatureRules;
import io.lynceus.feature.epoch.PassbandShift;
import io.lynceus.runtime.missions.MissionsFile;
import io.lynceus.runtime.yaml.YamlDocument;
import io.lynceus.sky.EnergyBand;
import io.lynceus.sky.Mission;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rules of the features as a YAML file; the shipped one, `feature-rules.yaml`, explains the format.
public final class RulesFile {
    private static final String SHIPPED = "feature-rules.yaml";

    private RulesFile() {}

    /// The rules and the missions that come with the suite.
    public static FeatureRules shipped() {
        return shipped(MissionsFile.shipped());
    }

    /// The rules that come with the suite, for a user's missions.
    public static FeatureRules shipped(List<Mission> missions) {
        return YamlDocument.shipped(SHIPPED, Document.class, document -> document.rules(missions));
    }

    /// The rules of a user's file.
    ///
    /// @throws IllegalArgumentException naming the file and what is wrong in it
    public static FeatureRules read(Path file, List<Mission> missions) {
        return YamlDocument.read(file, Document.class, document -> document.rules(missions));
    }

    @JsonNaming(SnakeCaseStrategy.class)
    private record Document(
            @JsonProperty(required = true) List<Double> referenceBandKev,
            @JsonProperty(required = true) double calibrationError,
            @JsonProperty(required = true) double anyMatchCutoff,
            @Nullable Map<String, Double> anyMatchCutoffs,
            @Nullable List<Shift> passbandShifts) {
        FeatureRules rules(List<Mission> missions) {
            return new FeatureRules(
                    missions,
                    referenceBand(),
                    calibrationError,
                    anyMatchCutoff,
                    anyMatchCutoffs == null ? Map.of() : anyMatchCutoffs,
                    passbandShifts == null
                            ? List.of()
                            : passbandShifts.stream().map(Shift::shift).toList());
        }

        private EnergyBand referenceBand() {
            if (referenceBandKev.size() != 2) {
                throw new IllegalArgumentException(
                        "reference_band_kev is " + referenceBandKev + ", must be two edges [keV]");
            }
            try {
                return new EnergyBand(referenceBandKev.getFirst(), referenceBandKev.getLast());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("reference_band_kev: " + e.getMessage(), e);
            }
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    private record Shift(
            @JsonProperty(required = true) String catalogue,
            @JsonProperty(required = true) String from,
            @JsonProperty(required = true) String to,
            @JsonProperty(required = true) double shiftMag) {
        PassbandShift shift() {
            return new PassbandShift(catalogue, from, to, shiftMag);
        }
    }
}
