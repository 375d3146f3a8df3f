package io.lynceus.standalone.training;

import io.lynceus.feature.config.RulesFile;
import io.lynceus.feature.features.FeatureExtractor;
import io.lynceus.runtime.missions.MissionsFile;
import io.lynceus.sky.Mission;
import io.lynceus.standalone.simulator.SurveyPlan;
import io.lynceus.standalone.suite.ServiceClient;
import io.lynceus.standalone.suite.SuiteOptions;
import io.lynceus.tables.TableMapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options that choose the labelled sample.
final class SampleOptions {
    /// For the parameter that names a table.
    static final String TABLE = "Labelled sources (.csv, .tsv, .vot, .fits, .ecsv).";

    /// Bad rows that are printed one by one.
    private static final int MOST_SHOWN = 20;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "YAML file that says which column is what (default: the shipped one that fits the columns).")
    private @Nullable Path mapping;

    @Option(
            names = "--missions-file",
            paramLabel = "FILE",
            description = "YAML file that describes the missions, as the services are given in lynceus.missions-file"
                    + " (default: the shipped one).")
    private @Nullable Path missionsFile;

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "YAML file with the rules of the features, as the feature service is given"
                    + " (default: the shipped one).")
    private @Nullable Path rules;

    @Option(
            names = "--galaxies",
            paramLabel = "DIR",
            description =
                    "Folder of imported catalogues whose galaxies the table's sources may lie in (default: none).")
    private @Nullable Path galaxies;

    @Option(names = "--simulated", description = "Draw the sample with the survey simulator, in place of a table.")
    private boolean simulated;

    @Option(
            names = "--sources",
            paramLabel = "N",
            defaultValue = "8000",
            description = "Sources of the simulated survey (default: ${DEFAULT-VALUE}).")
    private int sources;

    @Option(
            names = "--survey-seed",
            paramLabel = "N",
            defaultValue = "2",
            description = "Seed of the simulated survey (default: ${DEFAULT-VALUE}; the demo streams seed 1).")
    private long seed;

    @Option(
            names = "--with-consensus",
            paramLabel = "PROBABILITY",
            description = "Also learn from sources with a consensus of the running suite's volunteers, if votes and"
                    + " classifier together make the class at least this probable, in [0, 1].")
    private @Nullable Double consensus;

    /// The volunteers' sources, where they are asked for.
    ///
    /// @param missions whose bands the features must refer to; empty for any
    Optional<ConsensusSample> consensus(SuiteOptions suite, Set<String> missions) {
        Double least = consensus;
        if (least == null) {
            return Optional.empty();
        }
        if (!(least >= 0 && least <= 1)) {
            throw new IllegalArgumentException("--with-consensus is " + least + ", must lie in [0, 1]");
        }
        return Optional.of(
                ConsensusSample.read(new ServiceClient(suite.settings().ports()), least, missions));
    }

    /// @param table labelled sources; `null` where they are to be simulated
    LabelledSample read(@Nullable Path table) {
        List<Mission> missions = missionsFile == null ? MissionsFile.shipped() : MissionsFile.read(missionsFile);
        FeatureExtractor extractor =
                new FeatureExtractor(rules == null ? RulesFile.shipped(missions) : RulesFile.read(rules, missions));
        if (simulated == (table != null)) {
            throw new IllegalArgumentException("name a table of labelled sources, or ask for --simulated");
        }
        return table == null ? simulated(extractor) : fromTable(table, extractor, missions);
    }

    private LabelledSample fromTable(Path labelled, FeatureExtractor extractor, List<Mission> missions) {
        int[] shown = new int[1];
        return new TableSample(extractor, galaxies == null ? HostGalaxies.NONE : HostGalaxies.in(galaxies, missions))
                .read(labelled, Optional.ofNullable(mapping).map(TableMapping::read), (reason, line) -> {
                    if (shown[0]++ < MOST_SHOWN) {
                        System.err.println(labelled + ":" + line + ": " + reason);
                    }
                });
    }

    private LabelledSample simulated(FeatureExtractor extractor) {
        try {
            Path folder = Files.createTempDirectory("lynceus-survey-");
            try {
                return new SimulatedSample(extractor, folder).draw(SurveyPlan.of(sources, seed));
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
