package io.lynceus.crossmatch.files;

import io.lynceus.crossmatch.ReferenceCatalogue;
import java.lang.foreign.Arena;
import java.util.List;

/// The versions in use of all catalogues of a folder, mapped until closed.
public final class OpenCatalogues implements AutoCloseable {
    private final Arena arena;
    private final List<ReferenceCatalogue> catalogues;

    OpenCatalogues(Arena arena, List<ReferenceCatalogue> catalogues) {
        this.arena = arena;
        this.catalogues = List.copyOf(catalogues);
    }

    /// The catalogues, sorted by name. To be used before [#close] only.
    public List<ReferenceCatalogue> catalogues() {
        return catalogues;
    }

    @Override
    public void close() {
        arena.close();
    }
}
