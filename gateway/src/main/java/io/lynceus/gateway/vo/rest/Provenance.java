package io.lynceus.gateway.vo.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The provenance of a table: its INFO elements, and the classes of its models.
///
/// Each row has the version of its model and of the catalogues that were searched.
///
/// @param classes those of the active models first
/// @param notes name and value, in order
public record Provenance(List<String> classes, List<Note> notes) {
    /// The method's paper.
    private static final String PAPER = "Tranin et al. 2022, A&A 657, A138, doi:10.1051/0004-6361/202141259";

    public Provenance {
        classes = List.copyOf(classes);
        notes = List.copyOf(notes);
    }

    /// One INFO element.
    ///
    /// @param ucd empty for none
    public record Note(String name, String value, String ucd) {
        public Note(String name, String value) {
            this(name, value, "");
        }
    }

    /// @param models as classifier-service lists them
    /// @param software name and version
    /// @param request that the table answers
    public static Provenance of(JsonNode models, String software, String request, Instant at) {
        List<JsonNode> activeFirst = Stream.of(true, false)
                .flatMap(active -> StreamSupport.stream(models.path("models").spliterator(), false)
                        .filter(model -> model.path("active").asBoolean() == active))
                .toList();
        Set<String> classes = new LinkedHashSet<>();
        activeFirst.forEach(model -> model.path("prior").fieldNames().forEachRemaining(classes::add));
        List<Note> notes = new ArrayList<>(List.of(
                new Note("server_software", software),
                new Note("request", request),
                new Note("request_date", at.toString()),
                new Note("activation", models.path("activation").asText())));
        activeFirst.stream()
                .filter(model -> model.path("active").asBoolean())
                .map(model -> new Note(
                        "active_model",
                        model.path("name").asText() + "/"
                                + model.path("version").asText(),
                        "meta.version;meta.modelled"))
                .forEach(notes::add);
        notes.add(new Note("citation", PAPER, "meta.bib"));
        return new Provenance(List.copyOf(classes), notes);
    }
}
