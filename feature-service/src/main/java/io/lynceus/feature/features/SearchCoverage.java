package io.lynceus.feature.features;

import io.lynceus.feature.epoch.Counterpart;
import io.lynceus.feature.epoch.PassbandShift;
import io.lynceus.feature.epoch.SearchedCatalogue;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What was looked for around a detection, and what of it was found: tells why a quantity is missing.
///
/// @param searched empty where it is not known: then everything counts as looked for
/// @param counterparts that were found
record SearchCoverage(
        Optional<List<SearchedCatalogue>> searched, List<Counterpart> counterparts, List<PassbandShift> shifts) {

    /// Why something that needs these quantities is missing: the first of the reasons of each, in the order of
    /// [Absence].
    Absence absence(String... quantities) {
        return Arrays.stream(quantities)
                .map(this::absenceOf)
                .min(Comparator.naturalOrder())
                .orElse(Absence.NOT_MEASURED);
    }

    private Absence absenceOf(String quantity) {
        if (searched.isEmpty()) {
            return counterparts.isEmpty() ? Absence.NOT_DETECTED : Absence.NOT_MEASURED;
        }
        List<String> telling = searched.get().stream()
                .filter(catalogue -> gives(catalogue, quantity))
                .map(SearchedCatalogue::catalogue)
                .toList();
        if (telling.isEmpty()) {
            return Absence.NO_COVERAGE;
        }
        return counterparts.stream().anyMatch(counterpart -> telling.contains(counterpart.catalogue()))
                ? Absence.NOT_MEASURED
                : Absence.NOT_DETECTED;
    }

    private boolean gives(SearchedCatalogue catalogue, String quantity) {
        return catalogue.measures().contains(quantity)
                || shifts.stream()
                        .anyMatch(shift -> shift.to().equals(quantity)
                                && shift.appliesTo(catalogue.catalogue())
                                && catalogue.measures().contains(shift.from()));
    }
}
