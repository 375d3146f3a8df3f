package io.lynceus.standalone.catalogue;

import io.lynceus.crossmatch.catalogue.ReferenceCatalogue;
import io.lynceus.crossmatch.files.VersionDocuments;
import io.lynceus.crossmatch.surroundings.Calibration;
import io.lynceus.crossmatch.surroundings.MagnitudePrior;
import io.lynceus.standalone.suite.SuiteOptions;
import io.lynceus.standalone.training.CrossmatchDefaults;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `lynceus catalogue calibrate`: cutoffs on p_any for a catalogue and each mission of a table of detections.
@Command(
        name = "calibrate",
        description = {
            "Find the cutoffs on p_any of an imported counterpart catalogue at chosen rates of false positives.",
            "Every X-ray position is shifted at random to a place without a source; matches there are false.",
            "The cutoffs are kept with the version of the catalogue, one document for each mission of the table."
        })
final class CalibrateCommand implements Callable<Integer> {
    @Mixin
    private SuiteOptions suite = new SuiteOptions();

    @Mixin
    private ShiftedDetections positions = new ShiftedDetections();

    @Option(
            names = "--rates",
            split = ",",
            defaultValue = "0.01,0.05,0.1,0.15",
            description = "Rates of false positives (${DEFAULT-VALUE}).")
    private List<Double> rates = List.of();

    @Option(
            names = "--magnitudes",
            description = "With the magnitude prior that `catalogue magnitudes` has learned (default: without).")
    private boolean magnitudes;

    @Override
    public Integer call() {
        Path folder = suite.folder().catalogues();
        ReferenceCatalogue catalogue = positions.catalogue(folder);
        VersionDocuments documents = new VersionDocuments(folder);
        Optional<MagnitudePrior> prior = magnitudes ? documents.magnitudePrior(catalogue.version()) : Optional.empty();
        if (magnitudes && prior.isEmpty()) {
            throw new IllegalArgumentException("no magnitude prior has been learned for "
                    + catalogue.version().name() + " version "
                    + catalogue.version().version());
        }
        positions.byMission().forEach((mission, detections) -> {
            Calibration calibration = Calibration.of(
                    catalogue,
                    CrossmatchDefaults.SEARCH,
                    mission,
                    detections,
                    positions.shifted(detections),
                    rates,
                    prior);
            show(calibration, detections.size(), documents.keep(calibration));
        });
        return 0;
    }

    private static void show(Calibration calibration, int detections, Path document) {
        System.out.printf(
                "%s version %s, %s: %,d detections, %,d fake positions%n",
                calibration.catalogue().name(),
                calibration.catalogue().version(),
                calibration.mission(),
                detections,
                calibration.fakes());
        for (Calibration.Cutoff cutoff : calibration.cutoffs()) {
            System.out.printf(
                    "  %5.1f%% false positives: p_any >= %.4f, which %.1f%% of the detections reach%n",
                    100 * cutoff.falsePositiveRate(), cutoff.anyMatchProbability(), 100 * cutoff.remaining());
        }
        System.out.println("  kept in " + document);
    }
}
