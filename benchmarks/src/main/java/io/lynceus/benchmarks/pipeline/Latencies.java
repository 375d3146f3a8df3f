package io.lynceus.benchmarks.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Durations of many of the same thing, sorted.
record Latencies(List<Duration> sorted) {
    Latencies {
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("no durations");
        }
        sorted = sorted.stream().sorted().toList();
    }

    /// The smallest duration that this share of all does not exceed.
    ///
    /// @param share in (0, 1]
    Duration quantile(double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    @Override
    public String toString() {
        return "p50 %s ms, p99 %s ms (%d)".formatted(milliseconds(0.5), milliseconds(0.99), sorted.size());
    }

    private String milliseconds(double share) {
        return String.format(Locale.ROOT, "%.1f", quantile(share).toNanos() / 1e6);
    }
}
