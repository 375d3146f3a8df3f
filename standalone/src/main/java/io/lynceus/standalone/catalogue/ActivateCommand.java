package io.lynceus.standalone.catalogue;

import io.lynceus.crossmatch.catalogue.CatalogueVersion;
import io.lynceus.crossmatch.files.CatalogueFolder;
import io.lynceus.standalone.suite.SuiteOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `lynceus catalogue activate`: puts another version to use.
@Command(name = "activate", description = "Use this version; a running suite takes it up within seconds.")
final class ActivateCommand implements Callable<Integer> {
    @Mixin
    private SuiteOptions suite = new SuiteOptions();

    @Mixin
    private VersionArgument version = new VersionArgument();

    @Override
    public Integer call() {
        CatalogueFolder folder = new CatalogueFolder(suite.folder().catalogues());
        CatalogueVersion chosen = version.in(folder);
        folder.activate(chosen);
        System.out.println("catalogue " + chosen.name() + ": version " + chosen.version() + " is in use");
        return 0;
    }
}
