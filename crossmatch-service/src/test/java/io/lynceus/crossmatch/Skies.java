package io.lynceus.crossmatch;

import io.lynceus.crossmatch.catalogue.CatalogueEntry;
import io.lynceus.crossmatch.catalogue.CatalogueMotion;
import io.lynceus.crossmatch.catalogue.CatalogueProfile;
import io.lynceus.crossmatch.catalogue.CatalogueRole;
import io.lynceus.crossmatch.catalogue.CatalogueStatistics;
import io.lynceus.crossmatch.catalogue.CatalogueVersion;
import io.lynceus.crossmatch.catalogue.Measurement;
import io.lynceus.crossmatch.catalogue.ReferenceCatalogue;
import io.lynceus.crossmatch.detection.ObservationEpoch;
import io.lynceus.crossmatch.detection.XrayDetection;
import io.lynceus.sky.Containment;
import io.lynceus.sky.ErrorEllipse;
import io.lynceus.sky.JulianEpoch;
import io.lynceus.sky.PositionCovariance;
import io.lynceus.sky.SkyPosition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;

/// Positions, detections and catalogue entries to test with.
public final class Skies {
    private Skies() {}

    /// Detection with a circular per-axis error [arcsec], made at J2000.
    public static XrayDetection detection(String id, SkyPosition position, double sigmaArcsec) {
        return new XrayDetection(
                id, position, PositionCovariance.isotropic(sigmaArcsec), ObservationEpoch.at(new JulianEpoch(2000)));
    }

    /// Entry with a circular per-axis error [arcsec] and nothing else.
    public static CatalogueEntry entry(String id, SkyPosition position, double sigmaArcsec) {
        return new CatalogueEntry(
                id,
                Optional.empty(),
                position,
                ErrorEllipse.circle(sigmaArcsec, Containment.ONE_SIGMA_PER_AXIS),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty());
    }

    /// Entry with one magnitude [mag].
    public static CatalogueEntry bright(
            String id, SkyPosition position, double sigmaArcsec, String band, double magnitude) {
        CatalogueEntry plain = entry(id, position, sigmaArcsec);
        return new CatalogueEntry(
                id,
                plain.type(),
                position,
                plain.error(),
                plain.epoch(),
                plain.motion(),
                plain.parallax(),
                Map.of(band, magnitude),
                plain.disc());
    }

    /// Entry at an epoch [Julian year], its motion not known.
    public static CatalogueEntry dated(String id, SkyPosition position, double year, double sigmaArcsec) {
        return entry(id, position, sigmaArcsec, year, Optional.empty());
    }

    /// Entry at an epoch [Julian year] with a motion [mas/yr] known to 0.1, and a position to 0.01 arcsec.
    public static CatalogueEntry moving(String id, SkyPosition position, double year, double eastMas, double northMas) {
        OptionalDouble error = OptionalDouble.of(0.1);
        return entry(
                id,
                position,
                0.01,
                year,
                Optional.of(new CatalogueMotion(new Measurement(eastMas, error), new Measurement(northMas, error))));
    }

    private static CatalogueEntry entry(
            String id, SkyPosition position, double sigmaArcsec, double year, Optional<CatalogueMotion> motion) {
        return new CatalogueEntry(
                id,
                Optional.empty(),
                position,
                ErrorEllipse.circle(sigmaArcsec, Containment.ONE_SIGMA_PER_AXIS),
                Optional.of(new JulianEpoch(year)),
                motion,
                Optional.empty(),
                Map.of(),
                Optional.empty());
    }

    /// A catalogue in memory that measures every row: the plain twin of the searched one.
    public static ReferenceCatalogue catalogue(
            String name, CatalogueRole role, double densityPerSqDeg, List<CatalogueEntry> entries) {
        return catalogue(name, role, true, densityPerSqDeg, entries);
    }

    /// The same, as a selection of a larger catalogue.
    public static ReferenceCatalogue selection(
            String name, CatalogueRole role, double densityPerSqDeg, List<CatalogueEntry> entries) {
        return catalogue(name, role, false, densityPerSqDeg, entries);
    }

    private static ReferenceCatalogue catalogue(
            String name, CatalogueRole role, boolean complete, double densityPerSqDeg, List<CatalogueEntry> entries) {
        return new BruteForceCatalogue(
                new CatalogueProfile(
                        name, name, role, complete, densityPerSqDeg, List.of(), CatalogueStatistics.of(entries)),
                entries);
    }

    /// Positions all over the sky, with crowds at the poles and across right ascension 0.
    public static List<SkyPosition> awkwardPositions(long seed, int count) {
        Random random = new Random(seed);
        return Stream.generate(() -> switch (random.nextInt(4)) {
                    case 0 ->
                        new SkyPosition(
                                random.nextDouble() * 360, Math.toDegrees(Math.asin(2 * random.nextDouble() - 1)));
                    case 1 -> new SkyPosition(random.nextDouble() * 360, 90 - random.nextDouble() * 0.02);
                    case 2 -> new SkyPosition(random.nextDouble() * 360, -90 + random.nextDouble() * 0.02);
                    default ->
                        new SkyPosition(
                                (360 + (random.nextDouble() - 0.5) * 0.02) % 360, (random.nextDouble() - 0.5) * 0.02);
                })
                .limit(count)
                .toList();
    }

    private record BruteForceCatalogue(CatalogueProfile profile, List<CatalogueEntry> entries)
            implements ReferenceCatalogue {
        @Override
        public CatalogueVersion version() {
            return new CatalogueVersion(profile.name(), "in-memory");
        }

        @Override
        public List<CatalogueEntry> entriesWithin(SkyPosition center, double radiusArcsec) {
            return entries.stream()
                    // No separation is shorter than the difference in declination, and that is soon found.
                    .filter(entry -> Math.abs(entry.position().decDeg() - center.decDeg()) * 3600 < radiusArcsec + 1)
                    .filter(entry -> center.separationArcsec(entry.position()) <= radiusArcsec)
                    .toList();
        }

        @Override
        public List<String> measuresAt(SkyPosition position) {
            return entries.isEmpty() ? List.of() : profile.bands();
        }

        @Override
        public List<CatalogueEntry> galaxiesReaching(SkyPosition position, double scale) {
            return entries.stream()
                    .filter(entry -> entry.disc()
                            .filter(disc ->
                                    position.separationArcsec(entry.position()) <= scale * disc.semiMajorArcsec())
                            .isPresent())
                    .toList();
        }

        @Override
        public double densityPerSqDeg(SkyPosition position) {
            return profile.densityPerSqDeg();
        }
    }
}
