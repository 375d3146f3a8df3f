package io.lynceus.standalone.catalogue;

import io.lynceus.crossmatch.catalogue.CatalogueProfile;
import io.lynceus.crossmatch.catalogue.CatalogueRole;
import io.lynceus.crossmatch.catalogue.StoredVersion;
import io.lynceus.crossmatch.files.CatalogueFolder;
import io.lynceus.standalone.suite.SuiteOptions;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `lynceus catalogue list`: the catalogues that were imported, the versions in use marked.
@Command(name = "list", description = "List the imported reference catalogues; * marks the version in use.")
final class ListCommand implements Callable<Integer> {
    @Mixin
    private SuiteOptions suite = new SuiteOptions();

    @Override
    public Integer call() {
        List<StoredVersion> versions = new CatalogueFolder(suite.folder().catalogues()).list();
        if (versions.isEmpty()) {
            System.out.println("no catalogue in " + suite.folder().catalogues() + "; ./lynceus catalogue import PATH");
        }
        for (StoredVersion stored : versions) {
            CatalogueProfile profile = stored.profile();
            System.out.printf(
                    "%s %-24s %s  %-20s %,12d rows  %,12.1f deg^-2  %s%n",
                    stored.current() ? "*" : " ",
                    stored.version().name(),
                    stored.version().version(),
                    role(profile.role()),
                    profile.statistics().rows(),
                    profile.densityPerSqDeg(),
                    profile.title());
        }
        return 0;
    }

    private static String role(CatalogueRole role) {
        return switch (role) {
            case CatalogueRole.Counterparts counterparts -> "counterpart, " + counterparts.wavelength();
            case CatalogueRole.KnownClass known -> "class " + known.sourceClass();
            case CatalogueRole.Galaxies() -> "galaxy";
        };
    }
}
