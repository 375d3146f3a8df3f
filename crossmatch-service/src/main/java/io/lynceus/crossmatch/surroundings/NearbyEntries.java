package io.lynceus.crossmatch.surroundings;

import io.lynceus.crossmatch.catalogue.CatalogueEntry;
import io.lynceus.crossmatch.catalogue.CatalogueMotion;
import io.lynceus.crossmatch.catalogue.CatalogueRole;
import io.lynceus.crossmatch.catalogue.CatalogueStatistics;
import io.lynceus.crossmatch.catalogue.ReferenceCatalogue;
import io.lynceus.crossmatch.detection.XrayDetection;
import io.lynceus.crossmatch.match.Candidates;
import io.lynceus.crossmatch.match.Population;
import io.lynceus.crossmatch.match.PositionMatch;
import io.lynceus.sky.PositionCovariance;
import io.lynceus.sky.TangentOffset;
import java.util.List;
import java.util.Optional;

/// The entries of one counterpart catalogue near a detection, as the match takes them.
///
/// @param catalogue its name
/// @param neighbours the entries
/// @param completeness probability that the counterpart is in the catalogue, in (0, 1)
/// @param systematicArcsec per-axis error added to that of every entry [arcsec]
/// @param candidates the entries in the same order
record NearbyEntries(
        String catalogue,
        CatalogueRole.Counterparts role,
        List<Neighbour> neighbours,
        double completeness,
        double systematicArcsec,
        Candidates candidates) {
    private static final double ARCSEC_PER_MAS = 1e-3;

    static NearbyEntries of(
            XrayDetection detection,
            ReferenceCatalogue catalogue,
            CounterpartSearch usual,
            Optional<MagnitudePrior> magnitudes) {
        CatalogueRole.Counterparts role =
                (CatalogueRole.Counterparts) catalogue.profile().role();
        double systematic = role.systematicArcsec().orElse(usual.systematicArcsec());
        List<Neighbour> neighbours = Neighbour.of(detection, catalogue, usual.radiusArcsec(detection), systematic);
        double density = catalogue.densityPerSqDeg(detection.position());
        double completeness = role.completeness().orElse(usual.completeness());
        Candidates candidates = new Candidates();
        candidates.clear(Population.ofDensity(density), completeness / (1 - completeness));
        for (Neighbour neighbour : neighbours) {
            double log10Weight = magnitudes
                    .map(prior -> prior.log10Weight(neighbour.entry()))
                    .orElse(0.0);
            add(
                    candidates,
                    detection,
                    neighbour,
                    log10Weight,
                    catalogue.profile().statistics());
        }
        return new NearbyEntries(catalogue.version().name(), role, neighbours, completeness, systematic, candidates);
    }

    private static void add(
            Candidates candidates,
            XrayDetection detection,
            Neighbour neighbour,
            double log10Weight,
            CatalogueStatistics typical) {
        TangentOffset offset =
                TangentOffset.between(detection.position(), neighbour.moved().position());
        PositionCovariance covariance = neighbour.moved().covariance();
        candidates.add(
                offset.eastArcsec(),
                offset.northArcsec(),
                covariance.eastEast(),
                covariance.northNorth(),
                covariance.eastNorth(),
                log10Weight);
        CatalogueEntry entry = neighbour.entry();
        entry.epoch().ifPresent(from -> {
            if (entry.motion().isPresent()) {
                CatalogueMotion motion = entry.motion().get();
                double unknown = typical.typicalMotionErrorMasPerYr();
                double east = motion.east().error().orElse(unknown) * ARCSEC_PER_MAS;
                double north = motion.north().error().orElse(unknown) * ARCSEC_PER_MAS;
                candidates.moving(
                        motion.east().value() * ARCSEC_PER_MAS,
                        motion.north().value() * ARCSEC_PER_MAS,
                        (east * east + north * north) / 2);
            } else {
                candidates.yearsBefore(detection.epoch().mean().year() - from.year());
            }
        });
    }

    /// Whether any of them has a measured motion.
    boolean moving() {
        return neighbours.stream().anyMatch(one -> one.entry().motion().isPresent());
    }

    /// The terms of an entry by itself, and what is left of its odds.
    ///
    /// @param log10Odds in all associations; NaN where they are too small for a number
    MatchTerms terms(XrayDetection detection, int i, double log10Odds) {
        Neighbour neighbour = neighbours.get(i);
        PositionMatch listed = neighbour.matchAsListed(detection, systematicArcsec);
        double separation = -listed.separationSigma() * listed.separationSigma() / (2 * Math.log(10));
        double log10PriorOdds = Math.log10(completeness / (1 - completeness));
        MatchTerms alone = new MatchTerms(
                separation,
                listed.log10BayesFactor() - separation,
                neighbour.match().log10BayesFactor() - listed.log10BayesFactor(),
                candidates.log10Prior() - log10PriorOdds,
                log10PriorOdds,
                candidates.log10Weight(i),
                0);
        return Double.isNaN(log10Odds) ? alone : alone.withOtherCatalogues(log10Odds - alone.log10Odds());
    }
}
