package io.lynceus.benchmarks;

import io.lynceus.benchmarks.association.AssociationCommand;
import io.lynceus.benchmarks.consensus.ConsensusCommand;
import io.lynceus.benchmarks.consensus.CopiesCommand;
import io.lynceus.benchmarks.crossmatch.CrossmatchComparison;
import io.lynceus.benchmarks.crossmatch.CrossmatchGrowth;
import io.lynceus.benchmarks.crossmatch.PosteriorBenchmark;
import io.lynceus.benchmarks.pipeline.CrossmatchServiceLoad;
import io.lynceus.benchmarks.pipeline.PipelineLoad;
import io.lynceus.benchmarks.pipeline.ReadersLoad;
import io.lynceus.benchmarks.pipeline.RecomputeLoad;
import io.lynceus.benchmarks.pipeline.VoteLoad;
import io.lynceus.benchmarks.reliability.ReliabilityCommand;
import io.lynceus.benchmarks.scoring.ScorerComparison;
import io.lynceus.benchmarks.scoring.TuningBenchmark;
import io.lynceus.benchmarks.training.LoopBenchmark;
import io.lynceus.benchmarks.training.WitnessBenchmark;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `./lynceus benchmark`: prints the machine, and runs the chosen benchmark.
@Command(
        name = "lynceus benchmark",
        description = "Measures how fast the suite is, on the machine it names.",
        subcommands = {
            Kernels.class,
            CrossmatchComparison.class,
            PosteriorBenchmark.class,
            CrossmatchGrowth.class,
            CrossmatchServiceLoad.class,
            PipelineLoad.class,
            VoteLoad.class,
            ReadersLoad.class,
            RecomputeLoad.class,
            ReliabilityCommand.class,
            AssociationCommand.class,
            ScorerComparison.class,
            TuningBenchmark.class,
            ConsensusCommand.class,
            CopiesCommand.class,
            LoopBenchmark.class,
            WitnessBenchmark.class
        },
        mixinStandardHelpOptions = true)
final class Benchmarks {
    private Benchmarks() {}

    static void main(String[] arguments) {
        System.out.println(Machine.description());
        System.exit(new CommandLine(new Benchmarks()).execute(arguments));
    }
}
