package io.lynceus.crossmatch.files;

import io.lynceus.crossmatch.Skies;
import io.lynceus.crossmatch.catalogue.CatalogueEntry;
import io.lynceus.crossmatch.catalogue.CatalogueProfile;
import io.lynceus.crossmatch.catalogue.CatalogueRole;
import io.lynceus.crossmatch.catalogue.CatalogueStatistics;
import io.lynceus.crossmatch.catalogue.CatalogueVersion;
import io.lynceus.crossmatch.catalogue.ReferenceCatalogue;
import io.lynceus.sky.SkyPosition;
import java.nio.file.Path;
import java.util.List;
import java.util.Scanner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A process with a folder of catalogues to itself and others, for [SharedFileTest].
final class CatalogueProcess {
    private static final int ROWS = 2000;
    private static final int TARGETS = 200;
    private static final double RADIUS_ARCSEC = 60;

    private CatalogueProcess() {}

    /// `read FOLDER`: opens what is in use, and answers with what it finds for every line that comes in.
    /// `replace FOLDER`: stores another version and deletes the former.
    static void main(String[] arguments) {
        CatalogueFolder catalogues = new CatalogueFolder(Path.of(arguments[1]));
        List<CatalogueVersion> inUse = catalogues.inUse();
        if (arguments[0].equals("replace")) {
            store(catalogues, 2);
            catalogues.delete(inUse.getFirst());
            return;
        }
        ReferenceCatalogue opened = catalogues.open(inUse).getFirst();
        Scanner lines = new Scanner(System.in);
        while (lines.hasNextLine() && !lines.nextLine().isEmpty()) {
            System.out.println(answer(opened));
            System.out.flush();
        }
    }

    static CatalogueVersion store(CatalogueFolder catalogues, long seed) {
        List<CatalogueEntry> entries = entries(seed);
        return catalogues.store(profile(entries), entries);
    }

    /// What every reader of a version should find: each row measured.
    static String expected(long seed) {
        List<CatalogueEntry> entries = entries(seed);
        return answer(Skies.catalogue("sky", profile(entries).role(), 1, entries));
    }

    private static String answer(ReferenceCatalogue catalogue) {
        return Skies.awkwardPositions(3, TARGETS).stream()
                .map(target -> catalogue.entriesWithin(target, RADIUS_ARCSEC).stream()
                        .map(CatalogueEntry::id)
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(";"));
    }

    private static List<CatalogueEntry> entries(long seed) {
        List<SkyPosition> sky = Skies.awkwardPositions(seed, ROWS);
        return IntStream.range(0, ROWS)
                .mapToObj(i -> Skies.entry(seed + "." + i, sky.get(i), 0.1))
                .toList();
    }

    private static CatalogueProfile profile(List<CatalogueEntry> entries) {
        return new CatalogueProfile(
                "sky",
                "A sky",
                new CatalogueRole.Counterparts("optical", 1),
                true,
                1,
                List.of(),
                CatalogueStatistics.of(entries));
    }
}
