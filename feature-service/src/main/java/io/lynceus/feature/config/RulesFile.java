package io.lynceus.feature.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.lynceus.feature.FeatureRules;
import io.lynceus.feature.Instrument;
import io.lynceus.feature.PassbandShift;
import io.lynceus.sky.EnergyBand;
import io.lynceus.sky.PowerLaw;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The instruments and rules as a YAML file; the shipped one explains the format.
public final class RulesFile {
    private static final String SHIPPED = "/feature-rules.yaml";

    private static final YAMLMapper YAML = new YAMLMapper();

    private RulesFile() {}

    /// The rules that come with the suite.
    public static FeatureRules shipped() {
        try (InputStream yaml = Objects.requireNonNull(RulesFile.class.getResourceAsStream(SHIPPED))) {
            return read(yaml, SHIPPED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The rules of a file.
    ///
    /// @throws IllegalArgumentException naming the file and what is wrong in it
    public static FeatureRules read(Path file) {
        try (InputStream yaml = Files.newInputStream(file)) {
            return read(yaml, file.toString());
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read feature rules " + file + ": " + e, e);
        }
    }

    private static FeatureRules read(InputStream yaml, String name) {
        try {
            return YAML.readValue(yaml, Rules.class).rules();
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("cannot read feature rules " + name + ": " + e.getMessage(), e);
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    private record Rules(
            @JsonProperty(required = true) List<Double> referenceBandKev,
            @JsonProperty(required = true) double calibrationError,
            @JsonProperty(required = true) double anyMatchCutoff,
            @Nullable Map<String, Double> anyMatchCutoffs,
            @JsonProperty(required = true) List<InstrumentEntry> instruments,
            @Nullable List<ShiftEntry> passbandShifts) {
        FeatureRules rules() {
            return new FeatureRules(
                    instruments.stream().map(InstrumentEntry::instrument).toList(),
                    adjacent(referenceBandKev).getFirst(),
                    calibrationError,
                    anyMatchCutoff,
                    anyMatchCutoffs == null ? Map.of() : anyMatchCutoffs,
                    passbandShifts == null
                            ? List.of()
                            : passbandShifts.stream().map(ShiftEntry::shift).toList());
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    private record InstrumentEntry(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) List<String> missions,
            @Nullable List<String> instruments,
            @JsonProperty(required = true) List<Double> bandEdgesKev,
            @JsonProperty(required = true) double errorContainment,
            @JsonProperty(required = true) double meanEpochYear,
            @JsonProperty(required = true) double epochSpreadYears,
            @JsonProperty(required = true) double photonIndex) {
        Instrument instrument() {
            return new Instrument(
                    name,
                    missions,
                    instruments == null ? List.of() : instruments,
                    adjacent(bandEdgesKev),
                    errorContainment,
                    meanEpochYear,
                    epochSpreadYears,
                    new PowerLaw(photonIndex));
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    private record ShiftEntry(
            @JsonProperty(required = true) String catalogue,
            @JsonProperty(required = true) String from,
            @JsonProperty(required = true) String to,
            @JsonProperty(required = true) double shiftMag) {
        PassbandShift shift() {
            return new PassbandShift(catalogue, from, to, shiftMag);
        }
    }

    private static List<EnergyBand> adjacent(List<Double> edgesKev) {
        if (edgesKev.size() < 2) {
            throw new IllegalArgumentException("a band needs two edges [keV]: " + edgesKev);
        }
        return IntStream.range(1, edgesKev.size())
                .mapToObj(i -> new EnergyBand(edgesKev.get(i - 1), edgesKev.get(i)))
                .toList();
    }
}
