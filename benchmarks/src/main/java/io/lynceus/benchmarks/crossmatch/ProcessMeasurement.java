package io.lynceus.benchmarks.crossmatch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Time and memory of a process.
///
/// @param seconds from its start to its end [s]
/// @param peakMegabytes largest resident set of it or one of its children, VmHWM of Linux [MB]
/// @param output all that it printed
record ProcessMeasurement(double seconds, double peakMegabytes, String output) {
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    /// Runs a command to its end.
    ///
    /// @throws IOException where it fails; contains its output
    static ProcessMeasurement run(List<String> command, Path log) throws IOException {
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Map<Long, Double> peaks = new HashMap<>();
        try {
            while (!process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                Stream.concat(Stream.of(process.toHandle()), process.descendants())
                        .forEach(one -> peak(one.pid()).ifPresent(peak -> peaks.put(one.pid(), peak)));
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + command.getFirst() + " ran", e);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        String output = Files.readString(log);
        if (process.exitValue() != 0) {
            throw new IOException(command + " failed:\n" + output);
        }
        return new ProcessMeasurement(
                seconds,
                peaks.values().stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN),
                output);
    }

    private static OptionalDouble peak(long pid) {
        try {
            Matcher found = PEAK.matcher(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
            return found.find()
                    ? OptionalDouble.of(Long.parseLong(found.group(1)) * 1024 / 1e6)
                    : OptionalDouble.empty();
        } catch (IOException ended) {
            return OptionalDouble.empty();
        }
    }

    /// The middle of some values, or the mean of the middle two.
    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /// A number of seconds that it printed.
    ///
    /// @param before regular expression of the text before it
    double printed(String before) {
        Matcher found = Pattern.compile(before + "([0-9.]+)").matcher(output);
        if (!found.find()) {
            throw new IllegalStateException("no " + before + " in what was printed:\n" + output);
        }
        return Double.parseDouble(found.group(1));
    }
}
