package io.lynceus.feature.rest;

import io.lynceus.contracts.ProblemDocument;
import io.lynceus.contracts.RawJson;
import io.lynceus.contracts.UnreadableJson;
import io.lynceus.contracts.Wire;
import io.lynceus.feature.Arrival;
import io.lynceus.feature.DetectionFormat;
import io.lynceus.feature.Epoch;
import io.lynceus.feature.EpochStore;
import io.lynceus.feature.EpochStore.StoredEpoch;
import io.lynceus.feature.FeatureRules;
import io.lynceus.feature.LightCurve;
import io.lynceus.runtime.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Features of enhanced detections, and the light curve of a source.
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class FeatureResource {
    private static final int MOST_DETECTIONS = 1000;

    private final DetectionFormat format;
    private final EpochStore store;
    private final FeatureRules rules;

    FeatureResource(DetectionFormat format, EpochStore store, FeatureRules rules) {
        this.format = format;
        this.store = store;
        this.rules = rules;
    }

    record Batch(@Nullable List<RawJson> detections) {}

    record Answer(List<RawJson> results) {}

    @POST
    @Path("features")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Compute the features of enhanced detections", description = """
                    Body: {"detections": [...]}, up to 1000 enhanced detections. Answer: {"results": [...]}, featured \
                    detections in the same order; one that is not possible has a problem document in `error` at its \
                    place. Nothing is written.
                    """)
    public byte[] features(
            byte[] body,
            @Parameter(description = "Count the stored epochs of the source in; otherwise the detection stands alone.")
                    @QueryParam("history")
                    boolean history) {
        List<RawJson> detections = Wire.read(body, Batch.class).detections();
        if (detections == null) {
            throw Problem.badRequest("required field detections is missing");
        }
        if (detections.size() > MOST_DETECTIONS) {
            throw Problem.badRequest(detections.size() + " detections, at most " + MOST_DETECTIONS + " at once");
        }
        List<Reading> readings = detections.stream().map(this::read).toList();
        List<Arrival> arrivals = readings.stream()
                .filter(Understood.class::isInstance)
                .map(reading -> ((Understood) reading).arrival())
                .toList();
        Map<String, List<StoredEpoch>> stored = stored(arrivals, history);
        return Wire.write(new Answer(readings.stream()
                .map(reading -> switch (reading) {
                    case Refused refused -> Wire.write(refused);
                    case Understood understood -> featured(understood.enhanced(), understood.arrival(), stored);
                })
                .map(RawJson::of)
                .toList()));
    }

    @GET
    @Path("sources/{id}/light-curve")
    @Operation(
            summary = "All epochs of a source over all missions",
            description = "Fluxes and upper limits by time: as detected, over the instrument's full band, and over the "
                    + "reference band in which missions are compared.")
    public LightCurveDocument lightCurve(@PathParam("id") String sourceId) {
        List<StoredEpoch> epochs = store.epochs(List.of(sourceId)).get(sourceId);
        if (epochs == null) {
            throw Problem.unknown("source", sourceId);
        }
        return LightCurveDocument.of(
                sourceId, LightCurve.of(epochs.stream().map(StoredEpoch::epoch).toList(), rules));
    }

    private Reading read(RawJson detection) {
        byte[] enhanced = detection.bytes();
        try {
            return new Understood(enhanced, format.read(enhanced));
        } catch (UnreadableJson | IllegalArgumentException e) {
            return new Refused(Problem.invalid(String.valueOf(e.getMessage())).document());
        }
    }

    private Map<String, List<StoredEpoch>> stored(List<Arrival> arrivals, boolean history) {
        return history
                ? store.epochs(
                        arrivals.stream().map(Arrival::sourceId).distinct().toList())
                : Map.of();
    }

    /// A stored epoch of the same detection id yields to the one that was sent.
    private byte[] featured(byte[] enhanced, Arrival arrival, Map<String, List<StoredEpoch>> stored) {
        List<StoredEpoch> known = stored.getOrDefault(arrival.sourceId(), List.of());
        String id = arrival.epoch().detectionId();
        List<Epoch> epochs = new ArrayList<>(known.stream()
                .map(StoredEpoch::epoch)
                .filter(epoch -> !epoch.detectionId().equals(id))
                .toList());
        long revision = known.stream().mapToLong(StoredEpoch::revision).max().orElse(0)
                + (epochs.size() == known.size() ? 1 : 0);
        epochs.add(arrival.epoch());
        return format.featured(enhanced, format.features(epochs, revision));
    }

    private sealed interface Reading {}

    @SuppressWarnings("ArrayRecordComponent") // Passes the bytes along within one request.
    private record Understood(byte[] enhanced, Arrival arrival) implements Reading {}

    private record Refused(ProblemDocument error) implements Reading {}
}
