package io.lynceus.standalone.catalogue;

import picocli.CommandLine.Command;

/// `lynceus catalogue`: imports, lists and calibrates reference catalogues.
@Command(
        name = "catalogue",
        description = "Import, list and calibrate reference catalogues.",
        subcommands = {ImportCommand.class, ListCommand.class, CalibrateCommand.class, MagnitudesCommand.class})
public final class CatalogueCommand {}
