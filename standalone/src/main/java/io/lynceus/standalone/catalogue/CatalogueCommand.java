package io.lynceus.standalone.catalogue;

import picocli.CommandLine.Command;

/// `lynceus catalogue`: imports and calibrates reference catalogues and looks after their versions.
@Command(
        name = "catalogue",
        description = "Import and calibrate reference catalogues and look after their versions.",
        subcommands = {
            ImportCommand.class,
            ListCommand.class,
            InspectCommand.class,
            ActivateCommand.class,
            DeleteCommand.class,
            CalibrateCommand.class,
            MagnitudesCommand.class,
            MatchCommand.class
        })
public final class CatalogueCommand {}
