package io.lynceus.feature.epoch;

import java.util.Locale;
import java.util.Optional;

/// How a magnitude of another system stands in for a band that no catalogue measured.
///
/// @param catalogue start of the names of the catalogues it applies to, any case
/// @param from the catalogue's band
/// @param to the band it stands in for
/// @param shiftMag added to the catalogue's magnitude [mag]
public record PassbandShift(String catalogue, String from, String to, double shiftMag) {
    public PassbandShift {
        catalogue = catalogue.toLowerCase(Locale.ROOT);
        if (!Double.isFinite(shiftMag)) {
            throw new IllegalArgumentException(
                    "shift from " + from + " to " + to + " must be finite: " + shiftMag + " mag");
        }
    }

    public boolean appliesTo(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith(catalogue);
    }

    /// The magnitude that stands in for [#to], where this catalogue measured [#from].
    public Optional<Measurement> of(Counterpart counterpart) {
        return appliesTo(counterpart.catalogue())
                ? Optional.ofNullable(counterpart.magnitudes().get(from)).map(m -> m.plus(shiftMag))
                : Optional.empty();
    }
}
