package io.lynceus.crossmatch.source;

import io.lynceus.crossmatch.detection.LocatedDetection;
import io.lynceus.sky.PositionCovariance;
import io.lynceus.sky.SkyPosition;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/// The sky object behind one or more detections.
///
/// Its id and name come from its first detection and stay. Its position is that of its sharpest detection: the one with
/// the smallest covariance determinant, or the smaller id where two are equally sharp. The order in which instances met
/// the detections therefore leaves no trace, and the position cannot drift. A weighted mean would claim an ever smaller
/// error that the systematic error of the pointings does not allow.
///
/// @param id `lx-` and 12 base-32 characters
/// @param name in the style of the IAU, `LXS JHHMMSS.s+DDMMSS`
/// @param position of its sharpest detection
/// @param covariance of that position
/// @param positionOf id of that detection
/// @param widestArcsec largest major per-axis error that a detection of it had [arcsec]; one that has left may still
///     count
/// @param doubtful whether the detection that started it agrees with several sources, so that it may be one of those
public record XraySource(
        String id,
        String name,
        SkyPosition position,
        PositionCovariance covariance,
        String positionOf,
        double widestArcsec,
        boolean doubtful) {
    private static final String BASE_32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int ID_CHARACTERS = 12;

    private static final Comparator<XraySource> SHARPEST_FIRST = Comparator.comparingDouble(
                    (XraySource source) -> source.covariance.determinant())
            .thenComparing(XraySource::positionOf);

    /// The source that this detection starts.
    ///
    /// @param revision of the detection's association: one that leaves a source starts another than it did at first
    static XraySource startedBy(LocatedDetection detection, int revision, boolean doubtful) {
        return new XraySource(
                idOf(revision == 1 ? detection.id() : detection.id() + '\0' + revision),
                nameOf(detection.position()),
                detection.position(),
                detection.covariance(),
                detection.id(),
                detection.covariance().sigmaMajorArcsec(),
                doubtful);
    }

    /// This source with a further detection: the same object where that is neither sharper nor wider than all
    /// before.
    XraySource with(LocatedDetection detection) {
        double widest = Math.max(widestArcsec, detection.covariance().sigmaMajorArcsec());
        XraySource there = at(detection, widest);
        return SHARPEST_FIRST.compare(there, this) < 0
                ? there
                : widest > widestArcsec
                        ? new XraySource(id, name, position, covariance, positionOf, widest, doubtful)
                        : this;
    }

    /// This source with the sharpest of these detections as its position.
    XraySource of(Collection<LocatedDetection> detections) {
        return detections.stream()
                .map(detection -> at(detection, widestArcsec))
                .min(SHARPEST_FIRST)
                .orElseThrow(() -> new IllegalArgumentException("a source needs a detection: " + id));
    }

    /// The detection at whose position it stands.
    public LocatedDetection sharpest() {
        return new LocatedDetection(positionOf, position, covariance);
    }

    /// This source, no longer doubtful.
    XraySource settled() {
        return new XraySource(id, name, position, covariance, positionOf, widestArcsec, false);
    }

    private XraySource at(LocatedDetection detection, double widest) {
        return new XraySource(id, name, detection.position(), detection.covariance(), detection.id(), widest, doubtful);
    }

    /// First 60 bits of the SHA-256 of the detection's id (UTF-8), or of what else it began with, in the alphabet
    /// of RFC 4648, sect. 6, lower case.
    private static String idOf(String beginning) {
        byte[] digest;
        try {
            digest = MessageDigest.getInstance("SHA-256").digest(beginning.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
        long bits = ByteBuffer.wrap(digest).getLong();
        StringBuilder id = new StringBuilder("lx-");
        for (int i = 0; i < ID_CHARACTERS; i++) {
            id.append(BASE_32.charAt((int) (bits >>> 59 - 5 * i) & 31));
        }
        return id.toString();
    }

    /// Sexagesimal position, cut off and not rounded, as the IAU asks for names made of positions.
    ///
    /// Source: IAU Commission 5, Specifications concerning designations, sect. 3.2.
    private static String nameOf(SkyPosition position) {
        // Decimal positions such as 15 deg are not exact in binary: a nanodegree keeps them from being cut one unit
        // off.
        long tenthsOfSecond = (long) Math.floor((position.raDeg() + 1e-9) / 15 * 36_000);
        long arcsec = (long) Math.floor((Math.abs(position.decDeg()) + 1e-9) * 3600);
        return String.format(
                Locale.ROOT,
                "LXS J%02d%02d%02d.%d%s%02d%02d%02d",
                tenthsOfSecond / 36_000 % 24,
                tenthsOfSecond / 600 % 60,
                tenthsOfSecond / 10 % 60,
                tenthsOfSecond % 10,
                position.decDeg() < 0 ? "-" : "+",
                arcsec / 3600,
                arcsec / 60 % 60,
                arcsec % 60);
    }
}
