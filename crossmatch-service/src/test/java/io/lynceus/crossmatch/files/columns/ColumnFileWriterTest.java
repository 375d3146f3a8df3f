package io.lynceus.crossmatch.files.columns;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.crossmatch.Skies;
import io.lynceus.crossmatch.catalogue.CatalogueDraft;
import io.lynceus.crossmatch.catalogue.CatalogueEntry;
import io.lynceus.crossmatch.catalogue.CatalogueMotion;
import io.lynceus.crossmatch.catalogue.CatalogueStatistics;
import io.lynceus.crossmatch.catalogue.Measurement;
import io.lynceus.crossmatch.files.CatalogueFolder;
import io.lynceus.crossmatch.files.search.SkyIndex;
import io.lynceus.sky.ErrorEllipse;
import io.lynceus.sky.Healpix;
import io.lynceus.sky.JulianEpoch;
import io.lynceus.sky.SkyPosition;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnFileWriterTest {
    private final Random random = new Random(71);

    @TempDir
    Path folder;

    @Test
    void statisticsTakenInPassingAreThoseOfTheWholeCatalogue() {
        for (int rows : new int[] {0, 1, 2, 999, 1000}) {
            List<CatalogueEntry> entries = new ArrayList<>();
            for (int i = 0; i < rows; i++) {
                entries.add(moving("e" + i));
            }
            try (CatalogueDraft draft = new CatalogueFolder(folder).draft("sky", List.of())) {
                entries.forEach(draft.intake()::add);
                assertClose(CatalogueStatistics.of(entries), draft.finish());
            }
        }
    }

    @Test
    void moreRowsThanARunHoldsAreSortedWhateverOrderTheyCameIn() throws IOException {
        List<CatalogueEntry> entries = new ArrayList<>();
        for (int i = 0; i < 400_000; i++) {
            entries.add(Skies.entry(
                    "a name long enough to fill a run with four hundred thousand rows " + i, anywhere(), 1));
        }
        byte[] once = write(entries, "once");
        Collections.shuffle(entries, random);
        byte[] again = write(entries, "again");
        assertEquals(-1, Files.mismatch(folder.resolve("once"), folder.resolve("again")));
        assertArrayEquals(once, again);
        try (Arena arena = Arena.ofConfined()) {
            SkyIndex index = SkyIndex.of(ColumnFile.open(folder.resolve("once"), arena));
            assertEquals(400_000, index.rows());
            for (int row = 0; row < index.rows(); row++) {
                assertTrue(row == 0 || index.cell(row - 1) <= index.cell(row));
                assertEquals(Healpix.cell(Healpix.ORDER_MAX, index.position(row)), index.cell(row));
            }
        }
    }

    @Test
    void rowsOfOneCellFollowTheirIdsInWhateverOrderTheyCame() throws IOException {
        SkyPosition here = new SkyPosition(12, 34);
        List<CatalogueEntry> entries = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            entries.add(Skies.entry("e" + i % 200, i % 2 == 0 ? here : here.offset(90, 1e-4 * i), 1 + i));
        }
        byte[] once = write(entries, "once");
        Collections.shuffle(entries, random);
        assertArrayEquals(once, write(entries, "again"));
    }

    private byte[] write(List<CatalogueEntry> entries, String name) throws IOException {
        ColumnFileWriter writer = new ColumnFileWriter(folder, List.of());
        List<ColumnFileWriter.Lane> lanes = List.of(writer.lane(), writer.lane());
        for (int i = 0; i < entries.size(); i++) {
            lanes.get(i % 3 / 2).add(entries.get(i));
        }
        return writer.write(folder.resolve(name));
    }

    private static void assertClose(CatalogueStatistics expected, CatalogueStatistics found) {
        assertEquals(expected.rows(), found.rows());
        assertEquals(expected.maxSigmaArcsec(), found.maxSigmaArcsec(), 1e-12);
        assertEquals(expected.earliestEpochYear(), found.earliestEpochYear());
        assertEquals(expected.latestEpochYear(), found.latestEpochYear());
        assertEquals(expected.maxMotionMasPerYr(), found.maxMotionMasPerYr());
        assertEquals(expected.maxMotionErrorMasPerYr(), found.maxMotionErrorMasPerYr());
        assertEquals(expected.typicalMotionMasPerYr(), found.typicalMotionMasPerYr(), 1e-5);
        assertEquals(expected.typicalMotionErrorMasPerYr(), found.typicalMotionErrorMasPerYr(), 1e-6);
        assertEquals(expected.maxDiscArcsec(), found.maxDiscArcsec());
    }

    private CatalogueEntry moving(String id) {
        return new CatalogueEntry(
                id,
                Optional.empty(),
                anywhere(),
                ErrorEllipse.circle(0.1 + random.nextDouble(), 0.9),
                Optional.of(new JulianEpoch(1990 + random.nextInt(30))),
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(new CatalogueMotion(
                                new Measurement(10 * random.nextGaussian(), OptionalDouble.of(random.nextDouble())),
                                new Measurement(10 * random.nextGaussian(), OptionalDouble.empty()))),
                Optional.empty(),
                Map.of(),
                Optional.empty());
    }

    private SkyPosition anywhere() {
        return new SkyPosition(360 * random.nextDouble(), Math.toDegrees(Math.asin(2 * random.nextDouble() - 1)));
    }
}
