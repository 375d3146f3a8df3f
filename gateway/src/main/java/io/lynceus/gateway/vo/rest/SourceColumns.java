package io.lynceus.gateway.vo.rest;

import static io.lynceus.gateway.vo.rest.SourceColumn.count;
import static io.lynceus.gateway.vo.rest.SourceColumn.number;
import static io.lynceus.gateway.vo.rest.SourceColumn.of;
import static io.lynceus.gateway.vo.rest.SourceColumn.text;
import static io.lynceus.gateway.vo.rest.SourceColumn.time;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// The columns of a table of sources: the three with the UCDs of Simple Cone Search 1.03, the others with UCD1+.
///
/// Source: REC-SCS-1.03, section 2, 2; UCD1+ controlled vocabulary 1.4 (words); VOUnits 1.1.
final class SourceColumns {
    /// ID of the COOSYS of the document that holds the table.
    static final String SYSTEM = "icrs";

    private static final String ENHANCED = "/classified/featured/enhanced";
    private static final String POSITION = ENHANCED + "/source/position";
    private static final String BANDS = ENHANCED + "/detection/bands";

    private SourceColumns() {}

    /// @param verbosity 1 for the fewest columns to 3 for all
    /// @param classes that have a column for their probability
    static List<SourceColumn> ofVerbosity(int verbosity, List<String> classes) {
        return Stream.of(
                        identity(), classes.stream().map(SourceColumns::probability), judgement(), measured(), origin())
                .flatMap(columns -> columns)
                .filter(column -> column.verbosity() <= verbosity)
                .toList();
    }

    private static Stream<SourceColumn> identity() {
        return Stream.of(
                text("source_id", "ID_MAIN", 1, "/source_id", "Stable id of the source, as in /api/v1/sources/{id}"),
                text("name", "meta.id", 1, "/name", "Name of the source, from its position"),
                number("ra", "POS_EQ_RA_MAIN", "deg", 1, "/ra_deg", "Right ascension (ICRS)")
                        .inSystem(SYSTEM),
                number("dec", "POS_EQ_DEC_MAIN", "deg", 1, "/dec_deg", "Declination (ICRS)")
                        .inSystem(SYSTEM),
                number(
                        "error_major",
                        "phys.angSize.smajAxis;pos.errorEllipse",
                        "arcsec",
                        2,
                        POSITION + "/error_major_arcsec",
                        "Semi-major axis of the error ellipse of the position that holds error_containment"),
                number(
                        "error_minor",
                        "phys.angSize.sminAxis;pos.errorEllipse",
                        "arcsec",
                        3,
                        POSITION + "/error_minor_arcsec",
                        "Semi-minor axis of that ellipse"),
                number(
                        "error_angle",
                        "pos.posAng;pos.errorEllipse",
                        "deg",
                        3,
                        POSITION + "/error_angle_deg",
                        "Position angle of its major axis, from north through east"),
                number(
                        "error_containment",
                        "stat.probability",
                        "",
                        2,
                        POSITION + "/error_containment",
                        "Probability that the source lies within the error ellipse"),
                text("class", "src.class", 1, "/latest/class", "Most probable class"),
                of(
                        "probability",
                        Double.class,
                        "stat.probability;src.class",
                        1,
                        "/latest",
                        "Posterior probability of that class",
                        latest -> numberOrNull(latest.path("probabilities")
                                .path(latest.path("class").asText()))));
    }

    private static SourceColumn probability(String sourceClass) {
        return of(
                "prob_" + sourceClass.replaceAll("[^A-Za-z0-9]+", "_"),
                Double.class,
                "stat.probability;src.class",
                2,
                "/latest/probabilities",
                "Posterior probability of class " + sourceClass + "; absent where the model does not know the class",
                probabilities -> numberOrNull(probabilities.path(sourceClass)));
    }

    private static Stream<SourceColumn> judgement() {
        return Stream.of(
                number(
                        "margin",
                        "stat.param;src.class",
                        "",
                        2,
                        "/latest/margin",
                        "2 P - 1 of the most probable class, in (-1, 1]"),
                number(
                        "outlier_measure",
                        "stat.likelihood;src.class",
                        "",
                        2,
                        "/latest/outlier_measure",
                        "-log10 of the largest unnormalised class score, prior included; large: unusual for every class"),
                number(
                        "outlier_false_alarm",
                        "stat.probability",
                        "",
                        2,
                        "/outlier_false_alarm",
                        "Share of held-out sources of the class that are at least as unusual, in (0, 1]"),
                alternatives(
                        "alternative_class",
                        "src.class",
                        "class",
                        "Classes that would be the most probable one without a category of the evidence; empty: none"),
                alternatives(
                        "alternative_without",
                        "meta.code",
                        "without",
                        "The categories of the evidence that would be left out for these, in the same order"));
    }

    private static SourceColumn alternatives(String name, String ucd, String field, String description) {
        return of(
                name,
                String.class,
                ucd,
                2,
                "/classified/classification/alternatives",
                description,
                alternatives -> joined(
                        alternatives, alternative -> alternative.path(field).asText()));
    }

    private static Stream<SourceColumn> measured() {
        return Stream.of(
                count(
                        "epochs",
                        "meta.number;obs",
                        2,
                        "/classified/featured/epoch_count",
                        "Epochs behind the features of the source"),
                flux(
                                "flux",
                                "phot.flux;em.X-ray",
                                2,
                                "Flux of the latest detection from flux_low to flux_high; absent where its bands have gaps",
                                FluxInBand::fluxCgs)
                        .in(FluxInBand.UNIT),
                flux(
                                "flux_error",
                                "stat.error;phot.flux;em.X-ray",
                                2,
                                "1 sigma error of flux, bands in quadrature",
                                FluxInBand::errorCgs)
                        .in(FluxInBand.UNIT),
                flux("flux_low", "em.energy;stat.min", 2, "Lower end of the energies of flux", FluxInBand::lowKev)
                        .in("keV"),
                flux("flux_high", "em.energy;stat.max", 2, "Upper end of the energies of flux", FluxInBand::highKev)
                        .in("keV"));
    }

    @FunctionalInterface
    private interface FluxPart {
        @Nullable
        Double of(FluxInBand flux);
    }

    private static SourceColumn flux(String name, String ucd, int verbosity, String description, FluxPart part) {
        return of(name, Double.class, ucd, verbosity, BANDS, description, bands -> FluxInBand.of(bands)
                .map(part::of)
                .orElse(null));
    }

    private static Stream<SourceColumn> origin() {
        return Stream.of(
                text("mission", "meta.id;instr.obsty", 2, "/latest/mission", "Mission of the latest detection"),
                text("detection_id", "meta.id;obs", 3, "/latest/detection_id", "Id of the latest detection"),
                time("detection_start", "time.start;obs", 3, ENHANCED + "/detection/start", "Start of its observation"),
                text(
                        "known_class",
                        "src.class",
                        3,
                        ENHANCED + "/identified_class",
                        "Class on which the known sources at this place agree; absent: none, or several"),
                number(
                        "p_any",
                        "stat.probability",
                        "",
                        3,
                        ENHANCED + "/p_any",
                        "Probability that some entry of some counterpart catalogue is the counterpart"),
                text("model", "meta.id;meta.modelled", 3, "/latest/model/name", "Model that classified"),
                text("model_version", "meta.version;meta.modelled", 3, "/latest/model/version", "Version of the model"),
                count("activation", "meta.version", 3, "/latest/activation", "Number of the activation of models"),
                count("revision", "meta.version", 3, "/latest/revision", "Number of effects on the source so far"),
                time("classified_at", "time.processing", 3, "/latest/classified_at", "When it was classified"),
                of(
                        "catalogues",
                        String.class,
                        "meta.version;meta.dataset",
                        3,
                        ENHANCED + "/catalogues",
                        "Reference catalogues that were searched, name/version",
                        catalogues -> joined(
                                catalogues,
                                catalogue -> catalogue.path("name").asText() + "/"
                                        + catalogue.path("version").asText())));
    }

    private static @Nullable Double numberOrNull(JsonNode node) {
        return node.isNumber() ? (Double) node.doubleValue() : null;
    }

    private static @Nullable String joined(JsonNode list, Function<JsonNode, String> text) {
        return list.isEmpty()
                ? null
                : StreamSupport.stream(list.spliterator(), false).map(text).collect(Collectors.joining(" "));
    }
}
