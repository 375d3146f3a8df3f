package io.lynceus.standalone.catalogue;

import io.lynceus.crossmatch.catalogue.CatalogueVersion;
import io.lynceus.crossmatch.files.CatalogueFolder;
import io.lynceus.standalone.suite.SuiteOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `lynceus catalogue delete`: deletes a version that is not in use.
@Command(name = "delete", description = "Delete a version that is not in use.")
final class DeleteCommand implements Callable<Integer> {
    @Mixin
    private SuiteOptions suite = new SuiteOptions();

    @Mixin
    private VersionArgument version = new VersionArgument();

    @Override
    public Integer call() {
        CatalogueFolder folder = new CatalogueFolder(suite.folder().catalogues());
        CatalogueVersion chosen = version.in(folder);
        folder.delete(chosen);
        System.out.println("catalogue " + chosen.name() + ": version " + chosen.version() + " is deleted");
        return 0;
    }
}
