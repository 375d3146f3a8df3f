package io.lynceus.crossmatch.files;

import io.lynceus.crossmatch.Skies;
import io.lynceus.crossmatch.catalogue.CatalogueDraft;
import io.lynceus.sky.SkyPosition;
import java.nio.file.Path;
import java.util.List;

/// An import that goes on until its process is killed, for [KilledImportTest].
final class EndlessImport {
    private EndlessImport() {}

    static void main(String[] folder) {
        try (CatalogueDraft draft = new CatalogueFolder(Path.of(folder[0])).draft("sky", List.of())) {
            CatalogueDraft.Intake intake = draft.intake();
            for (long i = 0; ; i++) {
                intake.add(Skies.entry("e" + i, new SkyPosition(i % 360, i % 90), 0.1));
            }
        }
    }
}
