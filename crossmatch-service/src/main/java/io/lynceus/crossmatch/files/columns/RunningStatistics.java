package io.lynceus.crossmatch.files.columns;

import static io.lynceus.crossmatch.files.columns.CatalogueColumns.PMDEC;
import static io.lynceus.crossmatch.files.columns.CatalogueColumns.PMDEC_ERROR;
import static io.lynceus.crossmatch.files.columns.CatalogueColumns.PMRA;
import static io.lynceus.crossmatch.files.columns.CatalogueColumns.PMRA_ERROR;

import io.lynceus.crossmatch.catalogue.CatalogueEntry;
import io.lynceus.crossmatch.catalogue.CatalogueMotion;
import io.lynceus.crossmatch.catalogue.CatalogueStatistics;
import io.lynceus.sky.JulianEpoch;
import java.util.List;

/// Statistics of a catalogue's rows, counted as they pass. The medians come from the written columns. Not
/// thread-safe.
public final class RunningStatistics {
    private static final double J2000 = 2000;

    private long rows = 0;
    private double maxSigmaArcsec = 0;
    private double earliestYear = Double.POSITIVE_INFINITY;
    private double latestYear = Double.NEGATIVE_INFINITY;
    private double maxMotion = 0;
    private double maxMotionError = 0;
    private double maxDiscArcsec = 0;

    public void add(CatalogueEntry entry) {
        rows++;
        maxSigmaArcsec = Math.max(maxSigmaArcsec, entry.error().majorArcsec() / CatalogueColumns.sigmas(entry.error()));
        if (entry.epoch().isPresent()) {
            double year = entry.epoch().map(JulianEpoch::year).orElseThrow();
            earliestYear = Math.min(earliestYear, year);
            latestYear = Math.max(latestYear, year);
        }
        if (entry.motion().isPresent()) {
            CatalogueMotion motion = entry.motion().get();
            maxMotion = Math.max(maxMotion, motion.totalMasPerYr());
            maxMotionError = Math.max(maxMotionError, motion.east().error().orElse(0));
            maxMotionError = Math.max(maxMotionError, motion.north().error().orElse(0));
        }
        if (entry.disc().isPresent()) {
            maxDiscArcsec = Math.max(maxDiscArcsec, entry.disc().get().semiMajorArcsec());
        }
    }

    /// Those of all rows that passed by one or another.
    public static RunningStatistics sum(List<RunningStatistics> parts) {
        RunningStatistics sum = new RunningStatistics();
        for (RunningStatistics part : parts) {
            sum.rows += part.rows;
            sum.maxSigmaArcsec = Math.max(sum.maxSigmaArcsec, part.maxSigmaArcsec);
            sum.earliestYear = Math.min(sum.earliestYear, part.earliestYear);
            sum.latestYear = Math.max(sum.latestYear, part.latestYear);
            sum.maxMotion = Math.max(sum.maxMotion, part.maxMotion);
            sum.maxMotionError = Math.max(sum.maxMotionError, part.maxMotionError);
            sum.maxDiscArcsec = Math.max(sum.maxDiscArcsec, part.maxDiscArcsec);
        }
        return sum;
    }

    public CatalogueStatistics of(ColumnFile file) {
        return new CatalogueStatistics(
                rows,
                maxSigmaArcsec,
                rows > 0 && earliestYear <= latestYear ? earliestYear : J2000,
                rows > 0 && earliestYear <= latestYear ? latestYear : J2000,
                maxMotion,
                maxMotionError,
                CatalogueStatistics.SIGMA_PER_MAD * AbsoluteMedian.of(file, PMRA, PMDEC),
                AbsoluteMedian.of(file, PMRA_ERROR, PMDEC_ERROR),
                maxDiscArcsec);
    }
}
