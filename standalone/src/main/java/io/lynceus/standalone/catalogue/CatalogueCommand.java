package io.lynceus.standalone.catalogue;

import picocli.CommandLine.Command;

/// `lynceus catalogue`: imports and lists reference catalogues.
@Command(
        name = "catalogue",
        description = "Import and list reference catalogues.",
        subcommands = {ImportCommand.class, ListCommand.class})
public final class CatalogueCommand {}
