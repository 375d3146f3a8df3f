package io.lynceus.crossmatch.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import io.lynceus.contracts.CanonicalDigest;
import io.lynceus.contracts.Detection;
import io.lynceus.contracts.SchemaCheck;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.Wire;
import io.lynceus.crossmatch.DetectionFormat.UnknownFields;
import io.lynceus.crossmatch.detection.ContentDigest;
import io.lynceus.crossmatch.detection.MissionDefaults;
import io.lynceus.crossmatch.detection.Missions;
import io.lynceus.crossmatch.detection.ObservationEpoch;
import io.lynceus.crossmatch.detection.ReceivedDetection;
import io.lynceus.crossmatch.detection.XrayDetection;
import io.lynceus.sky.ErrorEllipse;
import io.lynceus.sky.JulianEpoch;
import io.lynceus.sky.SkyPosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

/// Reads a [Detection] and checks it against its schema, because any program can write to the topic.
final class DetectionCodec {
    private final SchemaCheck schema = new SchemaCheck(Topic.DETECTIONS.schema());
    private final Missions missions;

    DetectionCodec(Missions missions) {
        this.missions = missions;
    }

    /// @throws io.lynceus.contracts.UnreadableJson where these bytes are no JSON, or a field is unknown and refused
    /// @throws IllegalArgumentException where the schema is violated or a value is impossible
    ReceivedDetection decode(byte[] json, UnknownFields unknownFields) {
        JsonNode tree = Wire.tree(json);
        List<String> problems = schema.problems(tree);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        Detection detection =
                switch (unknownFields) {
                    case REFUSED -> Wire.readStrictly(tree, Detection.class);
                    case TOLERATED -> Wire.read(tree, Detection.class);
                };
        return new ReceivedDetection(xrayDetection(detection), new ContentDigest(CanonicalDigest.of(tree)), json);
    }

    private XrayDetection xrayDetection(Detection detection) {
        MissionDefaults defaults = missions.of(detection.mission());
        Detection.Position position = detection.position();
        double major = position.errorMajorArcsec();
        ErrorEllipse error = new ErrorEllipse(
                major,
                Objects.requireNonNullElse(position.errorMinorArcsec(), major),
                Objects.requireNonNullElse(position.errorAngleDeg(), 0.0),
                Objects.requireNonNullElse(position.errorContainment(), defaults.errorContainment()));
        String start = detection.start();
        return new XrayDetection(
                detection.id(),
                new SkyPosition(position.raDeg(), position.decDeg()),
                error.covariance(),
                start == null ? defaults.epoch() : ObservationEpoch.at(JulianEpoch.of(instant(start))));
    }

    private static Instant instant(String start) {
        try {
            return OffsetDateTime.parse(start).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("start is '" + start + "': " + e.getMessage(), e);
        }
    }
}
