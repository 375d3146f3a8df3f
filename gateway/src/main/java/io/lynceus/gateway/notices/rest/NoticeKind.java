package io.lynceus.gateway.notices.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.contracts.Detection;
import io.lynceus.sky.EnergyBand;
import io.lynceus.sky.SkyPosition;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One kind of notice: its fields, and the detection it becomes. Positions are as in GCN's core schema.
///
/// @param schema part of the `$schema` by which such a notice is known
/// @param detectionId start of the ids of its detections
/// @param defaultErrorDeg radius with 90% of the position's error where the notice gives none [deg]
/// @param systematicErrorDeg radius with 90% of the error that notices leave out unless they say so [deg]
@JsonNaming(SnakeCaseStrategy.class)
record NoticeKind(
        @JsonProperty(required = true) String schema,
        @JsonProperty(required = true) String detectionId,
        @JsonProperty(required = true) String mission,
        @JsonProperty(required = true) String instrument,
        @Nullable Double defaultErrorDeg,
        @Nullable Double systematicErrorDeg,
        @Nullable String signalToNoise,
        @JsonProperty(required = true) Brightness brightness) {
    private static final double ARCSEC_PER_DEG = 3600;

    /// Containment of an error without a stated one. Source: GCN core schema, Localization, version 7.
    private static final double DEFAULT_CONTAINMENT = 0.9;

    private static final Set<String> REAL = Set.of("current", "archival");

    /// The fields that hold the brightness; of several names the first that is there counts.
    ///
    /// @param band fields of the two edges [keV]
    /// @param defaultBand where none of them is there [keV]
    /// @param flux fields of the energy flux: [erg cm^-2 s^-1], or mCrab above [#LEAST_MILLICRAB]
    /// @param fluxError fields of its 1 sigma error
    /// @param countRate field of the count rate [s^-1], where there is no flux
    /// @param fluxPerCountCgs energy flux of one count a second [erg cm^-2 s^-1]
    /// @param relativeError 1 sigma error of the conversion, a fraction
    @JsonNaming(SnakeCaseStrategy.class)
    record Brightness(
            List<String> band,
            @JsonProperty(required = true) List<Double> defaultBand,
            List<String> flux,
            List<String> fluxError,
            @Nullable String countRate,
            @Nullable Double fluxPerCountCgs,
            @Nullable Double relativeError) {
        /// No X-ray source is as bright in erg cm^-2 s^-1, and no notice as faint in mCrab: MAXI gives both.
        private static final double LEAST_MILLICRAB = 1e-3;

        /// Spectrum of the Crab, 9.7 photons cm^-2 s^-1 keV^-1 at 1 keV and a photon index of 2.1. Source: Toor &
        /// Seward 1974, AJ 79, 995, doi:10.1086/111643.
        private static final double CRAB_INDEX = 2.1;

        private static final double CRAB_PHOTONS = 9.7;
        /// Exact, SI definition of the elementary charge (BIPM 2019).
        private static final double ERG_PER_KEV = 1.602176634e-9;

        Brightness {
            band = orNone(band);
            flux = orNone(flux);
            fluxError = orNone(fluxError);
            if (flux.isEmpty() && (countRate == null || fluxPerCountCgs == null)) {
                throw new IllegalArgumentException(
                        "a notice needs a field of the flux, or of the count rate with flux_per_count_cgs");
            }
        }

        Detection.Band of(NoticeFields fields, OptionalDouble signalToNoise) {
            double[] edges = fields.numbers(band).orElseGet(() -> defaultBand.stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray());
            if (edges.length != 2 || !(edges[0] > 0 && edges[0] < edges[1])) {
                throw new NoticeRefused(String.join(" or ", band) + " must be two rising energies [keV]");
            }
            EnergyBand energies = new EnergyBand(edges[0], edges[1]);
            OptionalDouble measured = fields.number(flux);
            double value = measured.isPresent()
                    ? cgs(measured.getAsDouble(), energies)
                    : ofCounts(fields)
                            .orElseThrow(() -> new NoticeRefused("the notice has no brightness: "
                                    + (flux.isEmpty() ? countRate : String.join(" or ", flux))
                                    + " is missing"));
            OptionalDouble published = fields.number(fluxError);
            double error = published.isPresent()
                    ? cgs(published.getAsDouble(), energies)
                    : value / signalToNoise.orElse(Double.POSITIVE_INFINITY);
            double all = Math.hypot(error, relativeError == null ? 0 : relativeError * value);
            return new Detection.Band("full", edges[0], edges[1], value, all > 0 ? (Double) all : null, null, null);
        }

        private OptionalDouble ofCounts(NoticeFields fields) {
            return countRate == null || fluxPerCountCgs == null
                    ? OptionalDouble.empty()
                    : fields.number(countRate).stream()
                            .map(rate -> rate * fluxPerCountCgs)
                            .findFirst();
        }

        private static double cgs(double published, EnergyBand energies) {
            return published > LEAST_MILLICRAB ? published * milliCrab(energies) : published;
        }

        /// Energy flux of a thousandth of the Crab in a band [erg cm^-2 s^-1].
        static double milliCrab(EnergyBand band) {
            double power = 2 - CRAB_INDEX;
            return 1e-3
                    * CRAB_PHOTONS
                    * ERG_PER_KEV
                    * (Math.pow(band.highKev(), power) - Math.pow(band.lowKev(), power))
                    / power;
        }

        private static List<String> orNone(@Nullable List<String> names) {
            return names == null ? List.of() : List.copyOf(names);
        }
    }

    /// @throws NoticeRefused where the notice reports no source that could be detected
    Detection detection(JsonNode notice) {
        NoticeFields fields = new NoticeFields(notice);
        if (fields.text("alert_type").filter("retraction"::equals).isPresent()) {
            throw new NoticeRefused("a retraction makes no detection, and takes none back");
        }
        fields.text("alert_tense").filter(tense -> !REAL.contains(tense)).ifPresent(tense -> {
            throw new NoticeRefused("alert_tense is " + tense + ": no source was seen");
        });
        OptionalDouble signal = signalToNoise == null ? OptionalDouble.empty() : fields.number(signalToNoise);
        int issue = (int) fields.number("record_number").orElse(1);
        return new Detection(
                null,
                detectionId + "-" + fields.id() + (issue > 1 ? "-" + issue : ""),
                mission,
                instrument,
                fields.text("source_name").or(() -> fields.text("event_name")).orElse(null),
                fields.text("trigger_time").orElse(null),
                position(fields),
                List.of(brightness.of(fields, signal)),
                signal.isPresent() ? (Double) signal.getAsDouble() : null,
                null,
                null,
                null,
                null);
    }

    private Detection.Position position(NoticeFields fields) {
        double ra = fields.needed("ra", "deg");
        double dec = fields.needed("dec", "deg");
        double containment = fields.number("containment_probability").orElse(DEFAULT_CONTAINMENT);
        if (!(containment > 0 && containment < 1)) {
            throw new NoticeRefused("containment_probability is " + containment + ", must lie in (0, 1)");
        }
        ErrorRegion region;
        try {
            region = ErrorRegion.of(fields, new SkyPosition(ra, dec))
                    .or(() -> Optional.ofNullable(defaultErrorDeg).map(error -> new ErrorRegion(error, error, 0)))
                    .orElseThrow(() -> new NoticeRefused(
                            "no position error: neither position_a_error nor ra_dec_error [deg] is there"));
        } catch (IllegalArgumentException e) {
            throw new NoticeRefused(String.valueOf(e.getMessage()));
        }
        ErrorRegion whole = fields.notice().path("systematic_included").asBoolean(false)
                ? region
                : region.widened(systematicErrorDeg, containment);
        return new Detection.Position(
                ra,
                dec,
                whole.majorDeg() * ARCSEC_PER_DEG,
                whole.minorDeg() * ARCSEC_PER_DEG,
                whole.angleDeg(),
                containment);
    }
}
