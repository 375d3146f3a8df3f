package io.lynceus.classifier.feature;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Arithmetic on features by their wire names: `+ - * /`, brackets, numbers, `log10(x)` and `abs(x)`.
///
/// As in `log_fx_fr - log_fx_fw1`, the logarithm of an infrared over an optical flux.
public record Formula(String text) {
    private static final Pattern TOKEN = Pattern.compile("\\s*([0-9.]+(?:[eE][-+]?[0-9]+)?|[a-z][a-z0-9_]*|[-+*/()])");

    public Formula {
        new Reader(text, name -> 1).all();
    }

    /// The value [in the unit of the feature]; NaN where an input is missing or the result is no finite number.
    ///
    /// @param values of the inputs by name, NaN where missing
    public double of(ToDoubleFunction<String> values) {
        double value = new Reader(text, values).all();
        return Double.isFinite(value) ? value : Double.NaN;
    }

    /// Names of its inputs.
    public Set<String> inputs() {
        Set<String> inputs = new HashSet<>();
        new Reader(text, name -> {
                    inputs.add(name);
                    return 1;
                })
                .all();
        return inputs;
    }

    /// Reads and computes in one pass, products before sums; not thread-safe.
    private static final class Reader {
        private final String text;
        private final Matcher tokens;
        private final ToDoubleFunction<String> values;
        private Optional<String> next = Optional.empty();
        private int read;

        Reader(String text, ToDoubleFunction<String> values) {
            this.text = text;
            this.values = values;
            tokens = TOKEN.matcher(text);
            advance();
        }

        double all() {
            double value = sum();
            if (next.isPresent()) {
                throw refused("cannot be read from '" + next.get() + "' on");
            }
            return value;
        }

        private void advance() {
            if (text.substring(read).isBlank()) {
                next = Optional.empty();
            } else if (tokens.region(read, text.length()).lookingAt()) {
                next = Optional.of(tokens.group(1));
                read = tokens.end();
            } else {
                throw refused("cannot be read from '" + text.substring(read).strip() + "' on");
            }
        }

        private boolean take(String token) {
            boolean there = next.filter(token::equals).isPresent();
            if (there) {
                advance();
            }
            return there;
        }

        private double sum() {
            double value = product();
            while (true) {
                if (take("+")) {
                    value += product();
                } else if (take("-")) {
                    value -= product();
                } else {
                    return value;
                }
            }
        }

        private double product() {
            double value = factor();
            while (true) {
                if (take("*")) {
                    value *= factor();
                } else if (take("/")) {
                    value /= factor();
                } else {
                    return value;
                }
            }
        }

        private double factor() {
            if (take("-")) {
                return -factor();
            }
            if (take("(")) {
                return closed(sum());
            }
            String token = next.orElseThrow(() -> refused("ends too early"));
            advance();
            if (Character.isLetter(token.charAt(0))) {
                return take("(") ? function(token, closed(sum())) : values.applyAsDouble(token);
            }
            try {
                return Double.parseDouble(token);
            } catch (NumberFormatException e) {
                throw refused("has no number or name at '" + token + "'");
            }
        }

        private double closed(double value) {
            if (!take(")")) {
                throw refused("lacks a closing bracket");
            }
            return value;
        }

        private double function(String name, double value) {
            return switch (name) {
                case "log10" -> Math.log10(value);
                case "abs" -> Math.abs(value);
                default -> throw refused("knows log10 and abs, not " + name);
            };
        }

        private IllegalArgumentException refused(String why) {
            return new IllegalArgumentException("formula '" + text + "' " + why);
        }
    }
}
