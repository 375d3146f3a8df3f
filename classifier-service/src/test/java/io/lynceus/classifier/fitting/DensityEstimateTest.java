package io.lynceus.classifier.fitting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lynceus.classifier.feature.FeatureDefinition;
import io.lynceus.classifier.feature.FeatureSet;
import io.lynceus.classifier.model.LikelihoodDensity;
import io.lynceus.classifier.model.Taxonomy;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DensityEstimateTest {
    private static final FeatureDefinition HARDNESS = FeatureSet.standard().named("hardness_ratio_1");
    private static final FeatureDefinition LATITUDE = FeatureSet.standard().named("galactic_latitude");
    private static final Taxonomy TWO = Taxonomy.of("AGN", "XRB");

    private static double[] normal(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, size).mapToDouble(i -> random.nextGaussian()).toArray();
    }

    @Test
    void twoSweepsGiveTheKernelSum() {
        double[] values = normal(137, 1);
        java.util.Arrays.sort(values);
        double binWidth = (values[136] - values[0]) / (DensityEstimate.BINS - 1);
        double bandwidth = 0.31;
        double[] density = DensityEstimate.kernel(values, values[0], binWidth, bandwidth);
        for (int k = 0; k < DensityEstimate.BINS; k++) {
            double sum = 0;
            for (double value : values) {
                sum += Math.exp(-Math.abs(values[0] + k * binWidth - value) / bandwidth) / (2 * bandwidth);
            }
            assertEquals(sum / values.length, density[k], 1e-12);
        }
    }

    @Test
    void bandwidthCountsTheSourcesOfAllClasses() {
        double[] agn = normal(30, 2);
        double[] xrb = normal(70, 3);
        List<LikelihoodDensity> densities = DensityEstimate.densities(HARDNESS, TWO, List.of(agn, xrb));
        double low = densities.getFirst().low();
        double high = densities.getFirst().high();
        double bandwidth = (high - low) / (5 * Math.pow(100, 0.2));
        double binWidth = (high - low) / 99;
        double sum = 0;
        for (double value : agn) {
            sum += Math.exp(-Math.abs(low - value) / bandwidth) / (2 * bandwidth);
        }
        double floored = (sum / 30 * binWidth + 0.01 / 100) / (1 + 0.02 / 100) / binWidth;
        assertEquals(Math.log(floored), densities.getFirst().lnDensity(low), 1e-12);
    }

    @Test
    void densityIsLinearBetweenGridPoints() {
        LikelihoodDensity density =
                new LikelihoodDensity(LikelihoodDensity.Shape.CURVE, 10, 30, List.of(1.0, 3.0, 2.0));
        assertEquals(Math.log(2), density.lnDensity(15), 1e-12);
        assertEquals(Math.log(2.5), density.lnDensity(25), 1e-12);
        assertEquals(Math.log(2), density.lnDensity(30), 1e-12);
    }

    @Test
    void outsideTheRangeTheLikelihoodIsOne() {
        LikelihoodDensity density = new LikelihoodDensity(LikelihoodDensity.Shape.CURVE, 0, 1, List.of(0.1, 0.1));
        assertEquals(0, density.lnDensity(-0.001));
        assertEquals(0, density.lnDensity(1.001));
    }

    @Test
    void fewDistinctValuesAreCountedInsteadOfSmoothed() {
        List<LikelihoodDensity> densities =
                DensityEstimate.densities(HARDNESS, TWO, List.of(new double[] {0, 0, 0, 1}, new double[] {0, 1, 1, 1}));
        assertEquals(LikelihoodDensity.Shape.HISTOGRAM, densities.getFirst().shape());
        double empty = 0.01 / 100 / (1 + 0.02 / 100) / 0.01;
        assertEquals((0.75 + 0.0001) / 1.0002 / 0.01, Math.exp(densities.get(0).lnDensity(0)), 1e-9);
        assertEquals((0.75 + 0.0001) / 1.0002 / 0.01, Math.exp(densities.get(1).lnDensity(1)), 1e-9);
        assertEquals(empty, Math.exp(densities.get(0).lnDensity(0.5)), 1e-9);
    }

    @Test
    void aFeatureWithoutSpreadFavoursNoClass() {
        List<LikelihoodDensity> densities =
                DensityEstimate.densities(HARDNESS, TWO, List.of(new double[] {1e12}, new double[] {1e12, 1e12}));
        assertEquals(densities.getFirst().lnDensity(1e12), densities.getLast().lnDensity(1e12));
    }

    @Test
    void halfTheLatitudesOfXrayBinariesAreIsotropic() {
        double[] table = new double[181];
        GalacticLatitudeBias.correct(table, -90, 1);
        assertEquals(Math.PI / 720, table[90], 1e-15);
        assertEquals(0.5, java.util.Arrays.stream(table).sum(), 1e-4);
        double[] planes = IntStream.range(0, 50).mapToDouble(i -> -70 + i * 3).toArray();
        List<LikelihoodDensity> densities = DensityEstimate.densities(LATITUDE, TWO, List.of(planes, planes));
        double plain = Math.exp(densities.getFirst().lnDensity(0));
        double mixed = Math.exp(densities.getLast().lnDensity(0));
        assertEquals(0.5 * plain + 0.5 * Math.PI / 360, mixed, 1e-4);
    }

    @Test
    void presentShareNeverReachesZeroOrOne() {
        assertEquals(0.001 / 1.002, DensityEstimate.presentShare(0, 10), 1e-15);
        assertEquals(1.001 / 1.002, DensityEstimate.presentShare(10, 10), 1e-15);
    }
}
