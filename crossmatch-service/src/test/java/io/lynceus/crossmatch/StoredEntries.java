package io.lynceus.crossmatch;

import io.lynceus.crossmatch.catalogue.CatalogueDraft;
import io.lynceus.crossmatch.catalogue.CatalogueEntry;
import io.lynceus.crossmatch.catalogue.CatalogueProfile;
import io.lynceus.crossmatch.catalogue.CatalogueProvenance;
import io.lynceus.crossmatch.catalogue.CatalogueStatistics;
import io.lynceus.crossmatch.catalogue.CatalogueStore;
import io.lynceus.crossmatch.catalogue.CatalogueVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A store that keeps the entries of the version stored last in memory.
public final class StoredEntries implements CatalogueStore {
    private final List<CatalogueEntry> entries = new ArrayList<>();

    /// What was stored, in the order it came.
    public List<CatalogueEntry> entries() {
        return entries;
    }

    @Override
    public CatalogueDraft draft(String name, List<String> bands) {
        entries.clear();
        return new CatalogueDraft() {
            @Override
            public Intake intake() {
                return entry -> {
                    synchronized (entries) {
                        entries.add(entry);
                    }
                };
            }

            @Override
            public CatalogueStatistics finish() {
                return CatalogueStatistics.of(entries);
            }

            @Override
            public CatalogueVersion activate(CatalogueProfile profile, Optional<CatalogueProvenance> provenance) {
                return new CatalogueVersion(profile.name(), "in-memory");
            }

            @Override
            public void close() {}
        };
    }
}
