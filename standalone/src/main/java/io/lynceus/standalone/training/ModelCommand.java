package io.lynceus.standalone.training;

import picocli.CommandLine.Command;

/// `lynceus model`: fits, judges and activates models.
@Command(
        name = "model",
        description = "Fit, evaluate and activate models.",
        subcommands = {FitCommand.class, EvaluateCommand.class, ActivateCommand.class})
public final class ModelCommand {}
