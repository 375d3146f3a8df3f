package io.lynceus.runtime.missions;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.runtime.yaml.YamlDocument;
import io.lynceus.sky.EnergyBand;
import io.lynceus.sky.JulianEpoch;
import io.lynceus.sky.Mission;
import io.lynceus.sky.PowerLaw;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The missions as a YAML file; the shipped one, `missions.yaml`, explains the format.
public final class MissionsFile {
    private static final String SHIPPED = "missions.yaml";

    private MissionsFile() {}

    /// The missions that come with the suite.
    public static List<Mission> shipped() {
        return YamlDocument.shipped(SHIPPED, Document.class, Document::read);
    }

    /// The missions of a user's file.
    ///
    /// @throws IllegalArgumentException naming the file, the mission, and what is wrong with it
    public static List<Mission> read(Path file) {
        return YamlDocument.read(file, Document.class, Document::read);
    }

    private record Document(@JsonProperty(required = true) List<Entry> missions) {
        List<Mission> read() {
            return missions.stream().map(Entry::mission).toList();
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    private record Entry(
            @JsonProperty(required = true) List<String> names,
            @Nullable List<String> instruments,
            @JsonProperty(required = true) Map<String, List<Double>> bands,
            @JsonProperty(required = true) double errorContainment,
            @JsonProperty(required = true) double meanEpochYear,
            @JsonProperty(required = true) double epochSpreadYears,
            @JsonProperty(required = true) double photonIndex,
            @Nullable Double usualErrorArcsec) {
        Mission mission() {
            try {
                return new Mission(
                        names,
                        instruments == null ? List.of() : instruments,
                        bands.entrySet().stream()
                                .map(band -> band(band.getKey(), band.getValue()))
                                .toList(),
                        errorContainment,
                        new JulianEpoch(meanEpochYear),
                        epochSpreadYears,
                        new PowerLaw(photonIndex),
                        usualErrorArcsec == null ? OptionalDouble.empty() : OptionalDouble.of(usualErrorArcsec));
            } catch (IllegalArgumentException e) {
                String mission = names.isEmpty() ? "a mission" : "mission " + String.join(", ", names);
                throw new IllegalArgumentException(mission + ": " + e.getMessage(), e);
            }
        }

        private static Mission.Band band(String name, List<Double> edgesKev) {
            if (edgesKev.size() != 2) {
                throw new IllegalArgumentException("band " + name + " is " + edgesKev + ", must be two edges [keV]");
            }
            try {
                return new Mission.Band(name, new EnergyBand(edgesKev.getFirst(), edgesKev.getLast()));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("band " + name + ": " + e.getMessage(), e);
            }
        }
    }
}
