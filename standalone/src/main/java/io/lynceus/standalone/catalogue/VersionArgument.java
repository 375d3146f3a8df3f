package io.lynceus.standalone.catalogue;

import io.lynceus.crossmatch.catalogue.CatalogueVersion;
import io.lynceus.crossmatch.catalogue.StoredVersion;
import io.lynceus.crossmatch.files.CatalogueFolder;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/// A version of a catalogue as it is named on the command line.
final class VersionArgument {
    @Parameters(index = "0", paramLabel = "NAME", description = "Name of the catalogue.")
    private String name = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "VERSION",
            description = "Version, or enough of its first characters (default: the one in use).")
    private @Nullable String start;

    /// @throws IllegalArgumentException where there is no such version, or several
    CatalogueVersion in(CatalogueFolder folder) {
        List<CatalogueVersion> found = folder.list().stream()
                .filter(stored -> start == null
                        ? stored.current()
                        : stored.version().version().startsWith(start))
                .map(StoredVersion::version)
                .filter(version -> version.name().equals(name))
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    (found.isEmpty() ? "there is no version " : "there are " + found.size() + " versions ")
                            + Optional.ofNullable(start).orElse("in use") + " of catalogue " + name
                            + "; ./lynceus catalogue list shows them");
        }
        return found.getFirst();
    }
}
