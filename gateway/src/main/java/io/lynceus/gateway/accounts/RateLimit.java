package io.lynceus.gateway.accounts;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// A rate limit: a token bucket for each caller.
///
/// A bucket holds `burst` tokens and gets one back every `refill`; each action takes one. Above [#MOST] buckets, the
/// longest unused one is forgotten, which fills it. Thread-safe.
///
/// Source: generic cell rate algorithm, ITU-T Recommendation I.371, annex A.
public final class RateLimit {
    static final int MOST = 100_000;

    private final int burst;
    private final long refillNanos;
    // Tells when a bucket is full again, on the clock of the caller [ns]: all there is to know of a bucket.
    private final Map<String, Long> fullAt = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST;
        }
    };

    /// @param burst at once, at least 1
    /// @param refill time for one more
    public RateLimit(int burst, Duration refill) {
        if (burst < 1 || !refill.isPositive()) {
            throw new IllegalArgumentException(
                    "burst must be >= 1 and refill positive: " + burst + ", " + refill.toMillis() + " ms");
        }
        this.burst = burst;
        this.refillNanos = refill.toNanos();
    }

    /// Takes a token.
    ///
    /// @param nowNanos a steady clock [ns]
    /// @return zero, or the time until there is a token
    public synchronized Duration take(String who, long nowNanos) {
        long full = Math.max(fullAt.getOrDefault(who, nowNanos) - nowNanos, 0);
        long spare = burst * refillNanos - full;
        if (spare < refillNanos) {
            return Duration.ofNanos(refillNanos - spare);
        }
        fullAt.put(who, nowNanos + full + refillNanos);
        return Duration.ZERO;
    }
}
