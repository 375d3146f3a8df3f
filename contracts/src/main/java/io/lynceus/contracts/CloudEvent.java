package io.lynceus.contracts;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// CloudEvents 1.0 attributes of a record, carried as Kafka headers (binary mode).
///
/// @param id the detection's id on every hop, which identifies a repeat; see [#idOf] for a later association
/// @param source the service that wrote the record
/// @param type see [Topic#eventType()]
/// @param time when the detection entered the suite; hops pass it on, so that latency can be read from any record
public record CloudEvent(String id, String source, String type, Instant time) {
    public static final String ID = "ce_id";
    public static final String TIME = "ce_time";

    private static final String REVISION = ";association=";
    private static final Pattern REVISION_AT_END = Pattern.compile(REVISION + "\\d+$");

    /// The id of a record about a detection.
    ///
    /// @param revision of the detection's association with a source, from 1: the detection's own id for the first
    public static String idOf(String detectionId, int revision) {
        return revision == 1 ? detectionId : detectionId + REVISION + revision;
    }

    /// The id of a record that withdraws the earlier record of a source.
    public static String idOfMerged(String sourceId) {
        return sourceId + ";merged";
    }

    /// The detection that a record is about, from the record's id.
    public static String detectionId(String id) {
        return REVISION_AT_END.matcher(id).replaceFirst("");
    }

    /// The attributes as header names and values.
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put(ID, id);
        headers.put("ce_source", source);
        headers.put("ce_type", type);
        headers.put(TIME, time.toString());
        headers.put("content-type", "application/json");
        return headers;
    }
}
