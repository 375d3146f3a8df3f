package io.lynceus.gateway.stream;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// The reason why a classification is an alert. [AlertRules] has the conditions.
public enum Alert {
    /// Unlike every class.
    OUTLIER,
    /// Strongly variable over the epochs.
    VARIABLE,
    /// Candidate for an ultraluminous X-ray source: too luminous for a neutron star or a stellar black hole that
    /// accretes at its Eddington limit, and off the nucleus of its galaxy.
    ULX,
    /// Candidate for a tidal disruption event: a soft outburst in the nucleus of a galaxy.
    TDE;

    /// The name on the wire.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException if there is none of this name
    public static Alert ofWireName(String name) {
        return Arrays.stream(values())
                .filter(alert -> alert.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("alert is '" + name + "', must be one of "
                        + Arrays.stream(values()).map(Alert::wireName).collect(Collectors.joining(", "))));
    }
}
