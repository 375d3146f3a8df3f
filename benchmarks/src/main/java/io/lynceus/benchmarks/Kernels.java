package io.lynceus.benchmarks;

import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `benchmark kernels`: two forks of five measured seconds for each kernel.
@Command(name = "kernels", description = "Time the kernels under JMH; each checks its answer first.")
final class Kernels implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Kernels to run, as regular expressions; none: all.")
    private List<String> names = List.of();

    @Override
    public Integer call() throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        names.forEach(options::include);
        options.forks(2)
                .warmupIterations(5)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .shouldFailOnError(true);
        return new Runner(options.build()).run().isEmpty() ? 1 : 0;
    }
}
