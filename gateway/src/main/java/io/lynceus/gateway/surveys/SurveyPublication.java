package io.lynceus.gateway.surveys;

import io.lynceus.gateway.detections.AdmittedDetection;
import io.lynceus.gateway.detections.DetectionStream;
import io.lynceus.gateway.surveys.RowReading.Readable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Puts published surveys on the stream, one portion of rows after the other.
///
/// First the expected results of a portion are recorded, then it is sent, then it is marked as sent. A portion that
/// failed on the way is sent again: the services recognise duplicates. The results arrive from the stream.
public final class SurveyPublication {
    private final PublishedRows rows;
    private final RowFormat format;
    private final DetectionStream stream;
    private final Duration lease;

    /// @param lease longer than a portion usually takes; after it the portion of a gateway that died is free again
    public SurveyPublication(PublishedRows rows, RowFormat format, DetectionStream stream, Duration lease) {
        this.rows = rows;
        this.format = format;
        this.stream = stream;
        this.lease = lease;
    }

    /// Sends the next portion of any published survey that runs and has room on the stream.
    ///
    /// @return false if there is none
    /// @throws io.lynceus.gateway.suite.ServiceAway if the broker does not acknowledge; the portion waits
    /// @throws SurveyFault if the survey cannot go on
    public boolean sendNext() {
        Optional<PortionClaim> claimed = rows.claim(lease);
        claimed.ifPresent(this::send);
        return claimed.isPresent();
    }

    private void send(PortionClaim claim) {
        try {
            List<RowReading> readings = read(claim);
            rows.expect(claim, readings);
            stream.send(detections(readings));
            rows.sent(claim);
        } catch (RuntimeException e) {
            rows.release(claim);
            throw e;
        }
    }

    private List<RowReading> read(PortionClaim claim) {
        try {
            return format.read(claim.survey(), claim.rows());
        } catch (RuntimeException e) {
            throw new SurveyFault(claim.survey().id(), e);
        }
    }

    private static List<AdmittedDetection> detections(List<RowReading> readings) {
        return readings.stream()
                .filter(Readable.class::isInstance)
                .map(reading -> ((Readable) reading).detection())
                .toList();
    }
}
