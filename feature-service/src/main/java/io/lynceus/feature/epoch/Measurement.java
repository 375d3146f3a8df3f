package io.lynceus.feature.epoch;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// A value with its 1σ error, both in the unit its holder states.
///
/// Errors are taken as independent and small (first-order propagation). An input that states no error counts
/// as exact beside one that does; where no input states one, the result states none.
///
/// @param value finite
/// @param error 1σ, finite and >= 0; empty where unknown
/// @param inputs what it was computed from, each once: ids of detections, and catalogues with what they measured, such
///     as `gaia-dr3 G`; empty where it is itself as published
public record Measurement(double value, OptionalDouble error, List<String> inputs) {
    /// ln 10: converts relative errors to dex. Mathematical constant.
    private static final double LN_10 = Math.log(10);

    public Measurement {
        inputs = List.copyOf(inputs);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("measured value must be finite: " + value);
        }
        if (error.isPresent() && !(error.getAsDouble() >= 0 && error.getAsDouble() < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("1σ error must be finite and >= 0: " + error.getAsDouble());
        }
    }

    public Measurement(double value, OptionalDouble error) {
        this(value, error, List.of());
    }

    /// The same as computed from this input.
    public Measurement from(String input) {
        return new Measurement(value, error, List.of(input));
    }

    /// The same, computed from this input as well.
    public Measurement and(String input) {
        return new Measurement(value, error, joined(inputs, List.of(input)));
    }

    /// A value whose error is unknown.
    public static Measurement of(double value) {
        return new Measurement(value, OptionalDouble.empty());
    }

    public static Measurement of(double value, double error) {
        return new Measurement(value, OptionalDouble.of(error));
    }

    public Measurement plus(Measurement other) {
        return combination(value + other.value, this, 1, other, 1);
    }

    public Measurement minus(Measurement other) {
        return combination(value - other.value, this, 1, other, -1);
    }

    public Measurement plus(double constant) {
        return new Measurement(value + constant, error, inputs);
    }

    public Measurement times(double factor) {
        return new Measurement(value * factor, scaled(error, factor), inputs);
    }

    /// log10 of the value [dex]; empty unless the value is > 0.
    public Optional<Measurement> log10() {
        return value > 0
                ? Optional.of(new Measurement(Math.log10(value), scaled(error, 1 / (value * LN_10)), inputs))
                : Optional.empty();
    }

    /// Whether the value exceeds this many of its own errors; false where the error is unknown.
    public boolean exceedsErrors(double factor) {
        return error.isPresent() && value > factor * error.getAsDouble();
    }

    /// A function of two measurements.
    ///
    /// @param slopeA partial derivative of the function by `a`, at the measured values
    public static Measurement combination(double value, Measurement a, double slopeA, Measurement b, double slopeB) {
        OptionalDouble error = a.error.isEmpty() && b.error.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.hypot(slopeA * a.error.orElse(0), slopeB * b.error.orElse(0)));
        return new Measurement(value, error, joined(a.inputs, b.inputs));
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return first.containsAll(second)
                ? first
                : Stream.concat(first.stream(), second.stream()).distinct().toList();
    }

    private static OptionalDouble scaled(OptionalDouble error, double factor) {
        return error.isPresent() ? OptionalDouble.of(error.getAsDouble() * Math.abs(factor)) : error;
    }
}
