package io.lynceus.standalone.simulator;

import io.lynceus.runtime.missions.MissionsFile;
import io.lynceus.sky.EnergyBand;
import io.lynceus.sky.Mission;
import java.util.List;
import java.util.stream.IntStream;

/// A mission as the simulator draws it: bands and error convention as `missions.yaml` has them, the rest choices.
enum SimulatedMission {
    XMM_NEWTON("XMM-Newton", "EPIC", 0.55, 2000.2, 2023.0, 1e16, 5, 0.35, 5, List.of(1.2, 1.5, 1.3, 0.6, 0.15)),
    SWIFT("Swift", "XRT", 0.2, 2005.0, 2018.6, 1.5e15, 1, 1.4, 7, List.of(1.2, 1.2, 0.5)),
    EROSITA("eROSITA", "eROSITA", 0.25, 2019.95, 2022.1, 4e15, 2, 0.9, 9, List.of(1.2, 1.5, 1.2, 0.25, 0.05));

    private final String label;
    private final String instrument;
    private final double share;
    private final double firstYear;
    private final double lastYear;
    private final double countsPerFluence;
    private final double backgroundCounts;
    private final double systematicArcsec;
    private final double imageArcsec;
    private final double containment;
    private final List<Band> bands;

    /// @param label name in `missions.yaml`
    /// @param share of pointings before detectability is considered
    /// @param firstYear start of operations counted in [Julian year]
    /// @param countsPerFluence counts of a usual observation per erg cm^-2 s^-1, at band weight 1
    /// @param backgroundCounts mean background of a usual observation, each band
    /// @param systematicArcsec per-axis position error [arcsec] however bright the source
    /// @param imageArcsec per-axis width of the image of a point [arcsec]
    /// @param weights of the bands, from the lowest energy
    SimulatedMission(
            String label,
            String instrument,
            double share,
            double firstYear,
            double lastYear,
            double countsPerFluence,
            double backgroundCounts,
            double systematicArcsec,
            double imageArcsec,
            List<Double> weights) {
        this.label = label;
        this.instrument = instrument;
        this.share = share;
        this.firstYear = firstYear;
        this.lastYear = lastYear;
        this.countsPerFluence = countsPerFluence;
        this.backgroundCounts = backgroundCounts;
        this.systematicArcsec = systematicArcsec;
        this.imageArcsec = imageArcsec;
        Mission described = MissionsFile.shipped().stream()
                .filter(mission -> mission.observes(label, instrument))
                .findFirst()
                .orElseThrow();
        List<EnergyBand> energies = described.energies();
        this.containment = described.errorContainment();
        this.bands = IntStream.range(0, energies.size())
                .mapToObj(i -> new Band(Integer.toString(i + 1), energies.get(i), weights.get(i)))
                .toList();
    }

    /// A band by its number in the mission's catalogue.
    ///
    /// @param weight counts per energy flux relative to the mission's best
    record Band(String name, EnergyBand kev, double weight) {}

    String label() {
        return label;
    }

    String instrument() {
        return instrument;
    }

    double share() {
        return share;
    }

    double drawYear(Dice dice) {
        return dice.uniform(firstYear, lastYear);
    }

    /// Expected counts by band of a usual observation.
    double[] expectedCounts(double fluxCgs, Spectrum spectrum) {
        double[] factors = spectrum.factors(bands.stream().map(Band::kev).toList());
        return IntStream.range(0, factors.length)
                .mapToDouble(i ->
                        fluxCgs * factors[i] * countsPerFluence * bands.get(i).weight())
                .toArray();
    }

    double countsPerFluence() {
        return countsPerFluence;
    }

    double backgroundCounts() {
        return backgroundCounts;
    }

    /// Per-axis standard deviation of a position [arcsec].
    double positionSigmaArcsec(double counts) {
        return Math.hypot(systematicArcsec, imageArcsec / Math.sqrt(counts));
    }

    double containment() {
        return containment;
    }

    List<Band> bands() {
        return bands;
    }
}
