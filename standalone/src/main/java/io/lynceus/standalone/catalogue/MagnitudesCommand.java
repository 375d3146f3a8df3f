package io.lynceus.standalone.catalogue;

import io.lynceus.crossmatch.catalogue.ReferenceCatalogue;
import io.lynceus.crossmatch.detection.XrayDetection;
import io.lynceus.crossmatch.files.VersionDocuments;
import io.lynceus.crossmatch.surroundings.MagnitudePrior;
import io.lynceus.standalone.suite.SuiteOptions;
import io.lynceus.standalone.training.CrossmatchDefaults;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `lynceus catalogue magnitudes`: how much a magnitude speaks for an entry, learned from secure matches.
@Command(
        name = "magnitudes",
        description = {
            "Learn the magnitude prior of an imported counterpart catalogue from the secure matches of a table.",
            "The prior is kept with the version of the catalogue.",
            "It counts where lynceus.crossmatch.counterparts.magnitude-priors is set."
        })
final class MagnitudesCommand implements Callable<Integer> {
    @Mixin
    private SuiteOptions suite = new SuiteOptions();

    @Mixin
    private ShiftedDetections positions = new ShiftedDetections();

    @Option(names = "--band", required = true, description = "The magnitude, as the catalogue's description names it.")
    private String band = "";

    @Override
    public Integer call() {
        Path folder = suite.folder().catalogues();
        ReferenceCatalogue catalogue = positions.catalogue(folder);
        List<XrayDetection> detections =
                positions.byMission().values().stream().flatMap(List::stream).toList();
        MagnitudePrior prior = MagnitudePrior.learned(
                catalogue, CrossmatchDefaults.SEARCH, band, detections, positions.shifted(detections));
        System.out.printf(
                "%s version %s, %s: %,d secure counterparts, %,d field entries%n",
                catalogue.version().name(), catalogue.version().version(), band, prior.counterparts(), prior.field());
        for (int bin = 0; bin < prior.log10Weights().size(); bin++) {
            System.out.printf(
                    "  %s %s: %+.2f dex%n",
                    bin < prior.edges().size() ? "below" : "from",
                    prior.edges().get(Math.min(bin, prior.edges().size() - 1)),
                    prior.log10Weights().get(bin));
        }
        System.out.println("  kept in " + new VersionDocuments(folder).keep(catalogue.version(), prior));
        return 0;
    }
}
