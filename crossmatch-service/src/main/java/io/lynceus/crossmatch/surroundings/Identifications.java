package io.lynceus.crossmatch.surroundings;

import io.lynceus.crossmatch.catalogue.CatalogueRole;
import io.lynceus.crossmatch.catalogue.ReferenceCatalogue;
import io.lynceus.crossmatch.detection.XrayDetection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// All known sources of a class that a detection agrees with, the nearest first.
public record Identifications(List<Identification> all) {
    /// Sigmas of the combined position error within which a known source is the same.
    /// Source: Tranin et al. 2022, A&A 657, A138, sect. 2, doi:10.1051/0004-6361/202141259.
    private static final double SIGMAS = 3;

    /// Margin beyond them for catalogues of stars and active galaxies [arcsec]. Source: as [#SIGMAS].
    private static final double NARROW_MARGIN_ARCSEC = 0.1;

    /// Margin beyond them for compilations of X-ray binaries and cataclysmic variables: their positions are of
    /// mixed origin [arcsec]. Source: as [#SIGMAS].
    private static final double WIDE_MARGIN_ARCSEC = 1;

    private static final Set<String> COMPILED_CLASSES = Set.of("XRB", "CV");

    public Identifications {
        all = List.copyOf(all);
    }

    /// The class, where exactly one class matches.
    public Optional<String> identifiedClass() {
        Set<String> classes = classes();
        return classes.size() == 1 ? Optional.of(classes.iterator().next()) : Optional.empty();
    }

    /// Whether catalogues of different classes match.
    public boolean conflict() {
        return classes().size() > 1;
    }

    private Set<String> classes() {
        return all.stream().map(Identification::sourceClass).collect(Collectors.toSet());
    }

    /// The sources of one class catalogue that a detection agrees with: within 3 sigma of the combined error, in
    /// its direction, plus the class's margin.
    public static List<Identification> in(
            ReferenceCatalogue catalogue, CatalogueRole.KnownClass role, XrayDetection detection) {
        double margin = COMPILED_CLASSES.contains(role.sourceClass()) ? WIDE_MARGIN_ARCSEC : NARROW_MARGIN_ARCSEC;
        double widest = Math.hypot(
                detection.covariance().sigmaMajorArcsec(),
                catalogue.profile().statistics().widestSigmaArcsec(detection.epoch()));
        return Neighbour.of(detection, catalogue, SIGMAS * widest + margin).stream()
                .filter(neighbour -> neighbour.match().within(SIGMAS, margin))
                .map(neighbour -> new Identification(
                        catalogue.version().name(), role.sourceClass(), neighbour.entry(), neighbour.match()))
                .toList();
    }
}
