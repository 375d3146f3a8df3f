package io.lynceus.crossmatch.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/// Settings of crossmatch-service.
@ConfigMapping(prefix = "lynceus.crossmatch")
interface CrossmatchConfig {
    /// Folder of the imported catalogues, as `./lynceus catalogue import` writes it.
    @WithDefault(".lynceus/catalogues")
    Path catalogues();

    /// Folder of the tables and descriptions that may be imported over REST; none: no such imports.
    Optional<Path> importFolder();

    /// X-ray sources per square degree [deg^-2], > 0: the density of unrelated sources that a match must beat.
    /// CSC 2.0 has 317,167 sources on about 560 deg^2 (Evans et al. 2024, ApJS 274, 22,
    /// doi:10.3847/1538-4365/ad6319).
    @WithDefault("566")
    double xraySourcesPerSqDeg();

    Counterparts counterparts();

    /// Defaults of a mission that `lynceus.missions-file` does not describe.
    Defaults other();

    /// How counterparts are searched.
    interface Counterparts {
        /// Candidates lie within this [arcsec], > 0, or within the next, whichever is wider.
        @WithDefault("8")
        double radiusArcsec();

        /// Candidates lie within this many per-axis errors of the detection, > 0.
        @WithDefault("5")
        double sigmas();

        /// Probability that the counterpart is in a catalogue that does not say its own, in (0, 1). NWAY's
        /// prior completeness of 1, its default, is 0.5 here.
        @WithDefault("0.5")
        double completeness();

        /// Per-axis error added to the positions of a catalogue that does not say its own [arcsec], >= 0.
        /// Measured by RealCounterpartsTest: docs/method.md, section 3.
        @WithDefault("0.2")
        double systematicArcsec();

        /// Whether the magnitude priors count that `./lynceus catalogue magnitudes` has learned; read when the
        /// service starts and when another version of a catalogue is in use.
        @WithDefault("false")
        boolean magnitudePriors();

        /// Candidates of a catalogue that are passed on, the most probable ones, >= 1.
        @WithDefault("10")
        int most();
    }

    /// What is assumed of a detection that does not say it.
    interface Defaults {
        /// Probability that the error ellipse holds the true position, in (0, 1).
        @WithDefault("0.95")
        double errorContainment();

        /// Mean date of the observations [Julian year].
        @WithDefault("2012")
        double meanEpochYear();

        /// Standard deviation of those dates [yr], >= 0.
        @WithDefault("7")
        double epochSpreadYears();
    }
}
