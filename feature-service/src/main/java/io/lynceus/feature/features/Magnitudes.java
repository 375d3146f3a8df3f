package io.lynceus.feature.features;

import io.lynceus.feature.epoch.Counterpart;
import io.lynceus.feature.epoch.Measurement;
import io.lynceus.feature.epoch.PassbandShift;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The magnitudes of a source, each from the first catalogue that measured its band.
///
/// A band that no catalogue measured is converted from another system where a [PassbandShift] says how. Such a
/// derived magnitude serves for a flux ratio but not for a colour: W1 and W2 both derived from K would make a
/// constant.
final class Magnitudes {
    private final Map<String, Measurement> byBand = new HashMap<>();
    private final Set<String> derived = new HashSet<>();

    /// @param counterparts by precedence
    Magnitudes(List<Counterpart> counterparts, List<PassbandShift> shifts) {
        for (Counterpart counterpart : counterparts) {
            counterpart
                    .magnitudes()
                    .forEach((band, magnitude) ->
                            byBand.putIfAbsent(band, magnitude.from(counterpart.catalogue() + " " + band)));
        }
        for (Counterpart counterpart : counterparts) {
            for (PassbandShift shift : shifts) {
                shift.of(counterpart).ifPresent(magnitude -> {
                    Measurement from = magnitude.from(counterpart.catalogue() + " " + shift.from());
                    if (byBand.putIfAbsent(shift.to(), from) == null) {
                        derived.add(shift.to());
                    }
                });
            }
        }
    }

    Optional<Measurement> in(String band) {
        return Optional.ofNullable(byBand.get(band));
    }

    boolean isDerived(String band) {
        return derived.contains(band);
    }

    /// Difference of two measured magnitudes [mag].
    Optional<Measurement> colour(String blue, String red) {
        return isDerived(blue) || isDerived(red) ? Optional.empty() : in(blue).flatMap(b -> in(red).map(b::minus));
    }
}
