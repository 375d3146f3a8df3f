package io.lynceus.feature.rest;

import io.lynceus.contracts.RawJson;
import io.lynceus.feature.Arrival;
import io.lynceus.feature.DetectionFormat;
import io.lynceus.feature.EpochStore;
import io.lynceus.feature.EpochStore.EpochOfSource;
import io.lynceus.feature.epoch.Epoch;
import io.lynceus.feature.epoch.FeatureRules;
import io.lynceus.feature.features.FeatureExtractor;
import io.lynceus.feature.lightcurve.LightCurve;
import io.lynceus.runtime.batch.BatchReading;
import io.lynceus.runtime.batch.DetectionBatch;
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

/// Features of enhanced detections, and the light curve of a source.
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class FeatureResource {
    private final DetectionFormat format;
    private final EpochStore store;
    private final FeatureExtractor extractor;
    private final FeatureRules rules;

    FeatureResource(DetectionFormat format, EpochStore store, FeatureExtractor extractor, FeatureRules rules) {
        this.format = format;
        this.store = store;
        this.extractor = extractor;
        this.rules = rules;
    }

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
        BatchReading<Received> reading = BatchReading.of(DetectionBatch.read(body), this::read);
        List<Received> readable = reading.readable();
        Map<String, List<EpochOfSource>> stored = stored(readable, history);
        List<RawJson> featured =
                readable.stream().map(received -> featured(received, stored)).toList();
        return DetectionBatch.answer(reading.inPlace(featured, DetectionBatch::refusal));
    }

    @GET
    @Path("sources/{id}/light-curve")
    @Operation(
            summary = "All epochs of a source over all missions",
            description = "Fluxes and upper limits by time: as detected, over the instrument's full band, and over the "
                    + "reference band in which missions are compared.")
    public LightCurveDocument lightCurve(@PathParam("id") String sourceId) {
        List<EpochOfSource> epochs = store.epochs(List.of(sourceId)).get(sourceId);
        if (epochs == null) {
            throw Problem.unknown("source", sourceId);
        }
        return LightCurveDocument.of(
                sourceId,
                LightCurve.of(epochs.stream().map(EpochOfSource::epoch).toList(), rules));
    }

    private Received read(RawJson detection) {
        byte[] enhanced = detection.bytes();
        return new Received(enhanced, format.read(enhanced));
    }

    private Map<String, List<EpochOfSource>> stored(List<Received> readable, boolean history) {
        return history
                ? store.epochs(readable.stream()
                        .map(received -> received.arrival().sourceId())
                        .distinct()
                        .toList())
                : Map.of();
    }

    /// A stored epoch of the same detection id yields to the one that was sent.
    private RawJson featured(Received received, Map<String, List<EpochOfSource>> stored) {
        Arrival arrival = received.arrival();
        List<EpochOfSource> known = stored.getOrDefault(arrival.sourceId(), List.of());
        String id = arrival.epoch().detectionId();
        List<Epoch> epochs = new ArrayList<>(known.stream()
                .map(EpochOfSource::epoch)
                .filter(epoch -> !epoch.detectionId().equals(id))
                .toList());
        long revision = known.stream().mapToLong(EpochOfSource::revision).max().orElse(0)
                + (epochs.size() == known.size() ? 1 : 0);
        epochs.add(arrival.epoch());
        return RawJson.of(format.featured(received.enhanced(), extractor.features(epochs), revision));
    }

    @SuppressWarnings("ArrayRecordComponent") // Passes the bytes along within one request.
    private record Received(byte[] enhanced, Arrival arrival) {}
}
