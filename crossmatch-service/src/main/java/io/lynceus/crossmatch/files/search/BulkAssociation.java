package io.lynceus.crossmatch.files.search;

import io.lynceus.crossmatch.catalogue.CatalogueRole;
import io.lynceus.crossmatch.match.Associations;
import io.lynceus.crossmatch.match.Candidates;
import io.lynceus.crossmatch.match.MatchOptions;
import io.lynceus.crossmatch.match.NwayMatch;
import io.lynceus.crossmatch.match.Population;
import io.lynceus.sky.ErrorEllipse;
import io.lynceus.sky.Healpix;
import io.lynceus.sky.PositionCovariance;
import io.lynceus.sky.SkyPosition;
import io.lynceus.sky.TangentOffset;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/// Bayesian match of many X-ray positions with one catalogue. Every entry within the radius of a position is judged
/// against the others, and against none being the counterpart, as [NwayMatch] does.
///
/// Errors are ellipses, the catalogue's own with its systematic error; densities are those around each position.
/// Entries are where the catalogue lists them: motions are not followed.
public final class BulkAssociation {
    private final MappedCatalogue catalogue;
    private final double priorOdds;
    private final double systematicVariance;
    private final MatchOptions options;

    BulkAssociation(MappedCatalogue catalogue, double completeness, MatchOptions options) {
        if (!(completeness > 0 && completeness < 1)) {
            throw new IllegalArgumentException("completeness is " + completeness + ", must lie in (0, 1)");
        }
        this.catalogue = catalogue;
        this.options = options;
        if (catalogue.profile().role() instanceof CatalogueRole.Counterparts role) {
            double own = role.completeness().orElse(completeness);
            priorOdds = own / (1 - own);
            double systematic = role.systematicArcsec().orElse(0);
            systematicVariance = systematic * systematic;
        } else {
            priorOdds = completeness / (1 - completeness);
            systematicVariance = 0;
        }
    }

    /// What is done with the judged entries near one target; once for each target with any.
    @FunctionalInterface
    public interface AssociationSink {
        /// @param target number of the target
        /// @param rows rows of the catalogue; valid during the call, up to `count`
        /// @param separationsArcsec of each [arcsec]
        /// @param found row 0 is the target alone, row i + 1 the target with the i-th of these; valid during
        ///     the call
        void of(int target, int[] rows, double[] separationsArcsec, int count, Associations found);
    }

    /// Judges every row within the radius of its target.
    ///
    /// @param errors covariance of each target's position
    /// @param sinks for one thread each
    public void all(
            MatchTargets targets, IntFunction<PositionCovariance> errors, Supplier<? extends AssociationSink> sinks) {
        new BulkMatch(catalogue.index()).all(targets, () -> new Judge(targets, errors, sinks.get()));
    }

    /// Judges the entries of one target after another. For one thread.
    private final class Judge implements BulkMatch.RowSink {
        private final MatchTargets targets;
        private final IntFunction<PositionCovariance> errors;
        private final AssociationSink sink;
        private SkyIndex.Density density = SkyIndex.Density.NOWHERE;
        private final NwayMatch match = new NwayMatch(options);
        private final Candidates candidates = new Candidates();
        private final List<Candidates> catalogues = List.of(candidates);

        Judge(MatchTargets targets, IntFunction<PositionCovariance> errors, AssociationSink sink) {
            this.targets = targets;
            this.errors = errors;
            this.sink = sink;
        }

        @Override
        public void of(int target, int[] rows, double[] separationsArcsec, int count) {
            SkyPosition source = new SkyPosition(targets.raDeg()[target], targets.decDeg()[target]);
            long cell = Healpix.cell(Healpix.ORDER_MAX, source);
            if (!density.holdsAt(cell)) {
                density = catalogue.density(cell, density);
            }
            candidates.clear(Population.ofDensity(density.perSqDeg()), priorOdds);
            for (int i = 0; i < count; i++) {
                add(source, rows[i]);
            }
            sink.of(target, rows, separationsArcsec, count, match.associate(errors.apply(target), catalogues));
        }

        private void add(SkyPosition source, int row) {
            TangentOffset offset =
                    TangentOffset.between(source, catalogue.index().position(row));
            ErrorEllipse error = catalogue.error(row);
            double variance = error.majorArcsec() * error.majorArcsec() + systematicVariance;
            if (error.majorArcsec() == error.minorArcsec()) {
                candidates.add(offset.eastArcsec(), offset.northArcsec(), variance, variance, 0, 0);
            } else {
                PositionCovariance own = error.covariance();
                candidates.add(
                        offset.eastArcsec(),
                        offset.northArcsec(),
                        own.eastEast() + systematicVariance,
                        own.northNorth() + systematicVariance,
                        own.eastNorth(),
                        0);
            }
        }
    }
}
