package io.lynceus.crossmatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.crossmatch.catalogue.CatalogueEntry;
import io.lynceus.crossmatch.catalogue.CatalogueRole;
import io.lynceus.crossmatch.catalogue.GalaxyDisc;
import io.lynceus.crossmatch.catalogue.ReferenceCatalogue;
import io.lynceus.crossmatch.detection.XrayDetection;
import io.lynceus.crossmatch.surroundings.CounterpartSearch;
import io.lynceus.crossmatch.surroundings.HostGalaxy;
import io.lynceus.crossmatch.surroundings.Identification;
import io.lynceus.crossmatch.surroundings.Surroundings;
import io.lynceus.sky.Containment;
import io.lynceus.sky.ErrorEllipse;
import io.lynceus.sky.SkyPosition;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CrossmatchTest {
    private static final SkyPosition HERE = new SkyPosition(0.0005, -30);
    private static final XrayDetection DETECTION = Skies.detection("d", HERE, 1);

    @Test
    void oneMatchingClassIdentifiesTheDetection() {
        Surroundings found = around(
                known("hmxb", "XRB", HERE.offset(20, 3)),
                known("lmxb", "XRB", HERE.offset(200, 1)),
                known("hipparcos", "Star", HERE.offset(90, 60)));
        assertEquals(Optional.of("XRB"), found.identifications().identifiedClass());
        assertEquals(
                List.of("lmxb", "hmxb"),
                found.identifications().all().stream()
                        .map(Identification::catalogue)
                        .toList());
        assertFalse(found.identifications().conflict());
    }

    @Test
    void matchingClassesThatDisagreeAreAConflictAndNoClass() {
        Surroundings found =
                around(known("open-cv", "CV", HERE.offset(20, 1)), known("hipparcos", "Star", HERE.offset(20, 1)));
        assertEquals(Optional.empty(), found.identifications().identifiedClass());
        assertTrue(found.identifications().conflict());
        assertEquals(2, found.identifications().all().size());
    }

    @Test
    void starsAndGalacticNucleiMatchWithinThreeSigmaAndATenthButBinariesWithinThreeSigmaAndOne() {
        // Combined error 1" and 0.1": three sigma are 3.015".
        assertEquals(
                1,
                around(known("stars", "Star", HERE.offset(0, 3.10)))
                        .identifications()
                        .all()
                        .size());
        assertEquals(
                0,
                around(known("stars", "Star", HERE.offset(0, 3.13)))
                        .identifications()
                        .all()
                        .size());
        assertEquals(
                1,
                around(known("agn", "AGN", HERE.offset(0, 3.10)))
                        .identifications()
                        .all()
                        .size());
        assertEquals(
                0,
                around(known("agn", "AGN", HERE.offset(0, 3.13)))
                        .identifications()
                        .all()
                        .size());
        assertEquals(
                1,
                around(known("xrb", "XRB", HERE.offset(0, 4.00)))
                        .identifications()
                        .all()
                        .size());
        assertEquals(
                0,
                around(known("xrb", "XRB", HERE.offset(0, 4.03)))
                        .identifications()
                        .all()
                        .size());
        assertEquals(
                1,
                around(known("cv", "CV", HERE.offset(0, 4.00)))
                        .identifications()
                        .all()
                        .size());
    }

    @Test
    void hostIsTheGalaxyInWhichTheDetectionLiesDeepest() {
        SkyPosition west = HERE.offset(270, 50);
        Surroundings found = around(Skies.catalogue(
                "galaxies",
                new CatalogueRole.Galaxies(),
                1,
                List.of(
                        galaxy("edge-on", west, 100, 10, 90),
                        galaxy("far", HERE.offset(0, 90), 80, 70, 0),
                        galaxy("across", west, 100, 10, 0))));
        assertEquals("edge-on", found.host().orElseThrow().entry().id());
        assertEquals(0.5, found.host().orElseThrow().galactocentricRadius(), 1e-5);
        assertEquals(50, found.host().orElseThrow().separationArcsec(), 1e-6);
    }

    @Test
    void galaxyReachesToTheHolmbergEllipse() {
        assertTrue(hostAt(126.4).isPresent());
        assertTrue(hostAt(126.6).isEmpty());
    }

    @Test
    void orderOfTheCataloguesAndEmptyOnesChangeNothing() {
        ReferenceCatalogue one = known("open-cv", "CV", HERE.offset(20, 1));
        ReferenceCatalogue two = known("hipparcos", "Star", HERE.offset(20, 1));
        ReferenceCatalogue empty = Skies.catalogue("none", new CatalogueRole.KnownClass("XRB"), 1, List.of());
        Surroundings forth = around(one, two);
        Surroundings back = around(two, empty, one);
        assertEquals(forth.identifications(), back.identifications());
        assertEquals(
                List.of("hipparcos", "none", "open-cv"),
                back.catalogues().stream()
                        .map(searched -> searched.version().name())
                        .toList());
    }

    private static Optional<HostGalaxy> hostAt(double separationArcsec) {
        return around(Skies.catalogue(
                        "galaxies",
                        new CatalogueRole.Galaxies(),
                        1,
                        List.of(galaxy("round", HERE.offset(33, separationArcsec), 100, 100, 0))))
                .host();
    }

    private static Surroundings around(ReferenceCatalogue... catalogues) {
        return new Crossmatch(Arrays.asList(catalogues), new CounterpartSearch(8, 5, 0.5, 0, 10)).around(DETECTION);
    }

    private static ReferenceCatalogue known(String name, String sourceClass, SkyPosition position) {
        return Skies.catalogue(
                name, new CatalogueRole.KnownClass(sourceClass), 1, List.of(Skies.entry(name + "-1", position, 0.1)));
    }

    private static CatalogueEntry galaxy(
            String id, SkyPosition center, double semiMajor, double semiMinor, double angle) {
        return new CatalogueEntry(
                id,
                Optional.empty(),
                center,
                ErrorEllipse.circle(1, Containment.ONE_SIGMA_PER_AXIS),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.of(
                        new GalaxyDisc(semiMajor, semiMinor, angle, OptionalDouble.of(0.01), OptionalDouble.empty())));
    }
}
