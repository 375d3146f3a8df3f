package io.lynceus.crossmatch.source;

import io.lynceus.crossmatch.detection.LocatedDetection;
import io.lynceus.crossmatch.detection.Require;
import io.lynceus.crossmatch.match.PositionMatch;
import io.lynceus.crossmatch.match.WholeSky;
import io.lynceus.crossmatch.source.AssociationOutcome.Agreement;
import io.lynceus.crossmatch.source.AssociationOutcome.AmbiguousSource;
import io.lynceus.crossmatch.source.AssociationOutcome.JoinedSource;
import io.lynceus.crossmatch.source.AssociationOutcome.NewSource;
import io.lynceus.sky.CellRanges;
import io.lynceus.sky.Healpix;
import io.lynceus.sky.PositionCovariance;
import io.lynceus.sky.SkyPosition;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Rule by which a detection belongs to an X-ray source. A pure function of the detection and the known sources.
///
/// A source qualifies when the squared Mahalanobis distance under the combined covariance is below 11.83 and the
/// posterior B / (B + 4 pi n) above 1/2: B the Bayes factor, n the density of X-ray sources. Doubtful sources are
/// considered only where no other source qualifies. Otherwise one ambiguous detection would make every later one
/// ambiguous too.
///
/// The density is configured. If it were derived from the stored sources, the order of arrival would change
/// associations.
///
/// @param densityPerSqDeg X-ray sources per square degree at the depth of the deepest mission served [deg^-2], > 0
public record AssociationPolicy(double densityPerSqDeg) {
    /// Squared Mahalanobis distance that contains 99.73% (3 sigma) in two dimensions, -2 ln(1 - 0.9973002).
    /// Source: quantile of chi-squared with two degrees of freedom.
    private static final double GATE = 11.83;

    private static final double LEAST_POSTERIOR = 0.5;

    /// Half a turn [arcsec], the widest cone; by definition of the degree.
    private static final double WIDEST_CONE_ARCSEC = 648_000;

    /// HEALPix order of the cells by which sources are found and locked: 3.4 arcmin wide, so that the reach of a
    /// usual detection meets one to four of them.
    public static final int CELL_ORDER = 10;

    private static final Comparator<Agreement> MOST_PROBABLE_FIRST = Comparator.comparingDouble(
                    (Agreement agreement) -> -agreement.match().log10BayesFactor())
            .thenComparing(agreement -> agreement.source().id());

    public AssociationPolicy {
        Require.positive("density of X-ray sources", densityPerSqDeg, "deg^-2");
    }

    /// Associates a detection.
    ///
    /// @param known at least all sources whose [#cells] share one with the detection's; others change nothing
    public AssociationOutcome associate(LocatedDetection detection, Collection<XraySource> known) {
        return associate(detection, 1, known);
    }

    /// @param revision of the detection's association, from 1
    AssociationOutcome associate(LocatedDetection detection, int revision, Collection<XraySource> known) {
        List<Agreement> firm = candidates(detection, known);
        List<Agreement> considered = firm.isEmpty() ? agreements(detection, known.stream()) : firm;
        return switch (considered.size()) {
            case 0 -> new NewSource(XraySource.startedBy(detection, revision, false));
            case 1 -> new JoinedSource(considered.getFirst().source().with(detection), considered.getFirst());
            default -> new AmbiguousSource(XraySource.startedBy(detection, revision, true), considered);
        };
    }

    /// The sources within reach that a detection may be, the most probable first; doubtful ones are none.
    public List<Agreement> candidates(LocatedDetection detection, Collection<XraySource> known) {
        return agreements(detection, known.stream().filter(source -> !source.doubtful()));
    }

    private List<Agreement> agreements(LocatedDetection detection, Stream<XraySource> known) {
        return known.flatMap(source -> agreement(detection, source).stream())
                .sorted(MOST_PROBABLE_FIRST)
                .toList();
    }

    /// Whether a detection of a source can agree with another source. A bound: such a detection is within k times 2
    /// `widest` of its own source's position and within k times `widest` + sigma of the other's, k^2 the gate.
    boolean within(XraySource source, SkyPosition position, double sigmaArcsec) {
        double reach = Math.sqrt(GATE) * (3 * source.widestArcsec() + sigmaArcsec) * (1 + 1e-6);
        return Math.abs(source.position().decDeg() - position.decDeg()) * 3600 <= reach
                && source.position().separationArcsec(position) <= reach;
    }

    Optional<Agreement> agreement(LocatedDetection detection, XraySource source) {
        PositionCovariance combined = detection.covariance().plus(source.covariance());
        if (detection.position().separationArcsec(source.position())
                > Math.sqrt(GATE) * combined.sigmaMajorArcsec() * (1 + 1e-6)) {
            return Optional.empty();
        }
        PositionMatch match = PositionMatch.between(detection.position(), source.position(), combined);
        double odds = match.odds(densityPerSqDeg, 1);
        double posterior = Double.isInfinite(odds) ? 1 : odds / (1 + odds);
        return match.separationSigma() * match.separationSigma() < GATE && posterior > LEAST_POSTERIOR
                ? Optional.of(new Agreement(source, match, posterior))
                : Optional.empty();
    }

    /// Cells within reach of any of these detections, ascending.
    public SortedSet<Long> cells(Collection<LocatedDetection> detections) {
        SortedSet<Long> cells = new TreeSet<>();
        for (LocatedDetection detection : detections) {
            for (long cell : cells(detection.position(), detection.covariance()).cells()) {
                cells.add(cell);
            }
        }
        return cells;
    }

    /// Cells at [#CELL_ORDER] within reach of a position: whenever two positions can belong to one source, their
    /// cells intersect.
    ///
    /// Reach is r = k times the major per-axis error, k^2 = min(11.83, 2 ln(B_max / (4 pi n))). The first is the
    /// gate. The second is less where even a perfect agreement would leave the posterior below 1/2; B_max is the
    /// Bayes factor of no separation and no second error. Two positions that qualify are closer than k sqrt(s1^2 +
    /// s2^2) <= r1 + r2, k the smaller of both: their discs of reach meet, and so do the cells over them. No cells:
    /// the position is too uncertain to belong to anything.
    public CellRanges cells(SkyPosition position, PositionCovariance covariance) {
        double peakLnOdds = PositionMatch.peakLnBayesFactor(covariance) - Math.log(densityPerSqDeg * WholeSky.SQ_DEG);
        double reach = Math.sqrt(Math.min(GATE, Math.max(0, 2 * peakLnOdds))) * covariance.sigmaMajorArcsec();
        return peakLnOdds > 0
                ? Healpix.cone(CELL_ORDER, position, Math.min(reach, WIDEST_CONE_ARCSEC))
                : new CellRanges(CELL_ORDER, List.of());
    }
}
