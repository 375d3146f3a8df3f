package io.lynceus.standalone.training;

import picocli.CommandLine.Command;

/// `lynceus model`: fits, judges, compares, tunes and activates models.
@Command(
        name = "model",
        description = "Fit, evaluate, compare, tune and activate models.",
        subcommands = {
            FitCommand.class,
            EvaluateCommand.class,
            CompareCommand.class,
            TuneCommand.class,
            ActivateCommand.class,
            RollbackCommand.class
        })
public final class ModelCommand {}
