package io.lynceus.crossmatch;

import io.lynceus.crossmatch.catalogue.CatalogueRole;
import io.lynceus.crossmatch.catalogue.CatalogueVersion;
import io.lynceus.crossmatch.catalogue.ReferenceCatalogue;
import io.lynceus.crossmatch.detection.ReceivedDetection;
import io.lynceus.crossmatch.detection.XrayDetection;
import io.lynceus.crossmatch.surroundings.CounterpartSearch;
import io.lynceus.crossmatch.surroundings.Counterparts;
import io.lynceus.crossmatch.surroundings.HostGalaxy;
import io.lynceus.crossmatch.surroundings.Identification;
import io.lynceus.crossmatch.surroundings.Identifications;
import io.lynceus.crossmatch.surroundings.MagnitudePrior;
import io.lynceus.crossmatch.surroundings.SearchedCatalogue;
import io.lynceus.crossmatch.surroundings.Surroundings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks a detection up in a set of reference catalogues. Immutable; a pure function of detection and catalogues.
public final class Crossmatch {
    private static final Comparator<Identification> NEAREST_FIRST = Comparator.comparingDouble(
                    (Identification known) -> known.match().separationSigma())
            .thenComparing(Identification::catalogue)
            .thenComparing(known -> known.entry().id());

    /// Largest major per-axis error of a position that is looked up [arcsec]. Source: choice; within three of them
    /// lie 0.6 Hipparcos stars by chance, and a match says nothing any more.
    private static final double LEAST_LOCALISED_ARCSEC = 300;

    private final List<ReferenceCatalogue> catalogues;
    private final CounterpartSearch search;
    private final Map<CatalogueVersion, MagnitudePrior> magnitudePriors;

    /// @param catalogues in any order; the results do not depend on it
    public Crossmatch(List<? extends ReferenceCatalogue> catalogues, CounterpartSearch search) {
        this(catalogues, search, Map.of());
    }

    /// @param magnitudePriors by catalogue; the magnitudes of a catalogue without one do not count
    public Crossmatch(
            List<? extends ReferenceCatalogue> catalogues,
            CounterpartSearch search,
            Map<CatalogueVersion, MagnitudePrior> magnitudePriors) {
        this.magnitudePriors = Map.copyOf(magnitudePriors);
        this.catalogues = catalogues.stream()
                .sorted(Comparator.comparing(catalogue -> catalogue.version().name()))
                .map(ReferenceCatalogue.class::cast)
                .toList();
        this.search = search;
    }

    /// The catalogues, sorted by name.
    public List<ReferenceCatalogue> catalogues() {
        return catalogues;
    }

    /// A received detection with what lies at its place.
    public CrossmatchedDetection of(ReceivedDetection received) {
        return new CrossmatchedDetection(received, around(received.detection()));
    }

    /// What lies at the place of a detection; nothing where that place is too uncertain to have anything.
    public Surroundings around(XrayDetection detection) {
        List<Identification> known = new ArrayList<>();
        List<HostGalaxy> hosts = new ArrayList<>();
        boolean localised = detection.covariance().sigmaMajorArcsec() <= LEAST_LOCALISED_ARCSEC;
        for (ReferenceCatalogue catalogue : localised ? catalogues : List.<ReferenceCatalogue>of()) {
            switch (catalogue.profile().role()) {
                case CatalogueRole.Counterparts _ -> {
                    // Judged together, below.
                }
                case CatalogueRole.KnownClass role -> known.addAll(Identifications.in(catalogue, role, detection));
                case CatalogueRole.Galaxies() ->
                    HostGalaxy.in(catalogue, detection).ifPresent(hosts::add);
            }
        }
        known.sort(NEAREST_FIRST);
        Optional<HostGalaxy> host = hosts.stream().min(HostGalaxy.INNERMOST_FIRST);
        return new Surroundings(
                new Identifications(known),
                host,
                localised ? search.counterparts(detection, catalogues, magnitudePriors) : Counterparts.NONE,
                catalogues.stream()
                        .map(catalogue -> new SearchedCatalogue(
                                catalogue.version(),
                                localised ? catalogue.measuresAt(detection.position()) : List.of()))
                        .toList());
    }
}
