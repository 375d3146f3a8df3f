package io.lynceus.standalone.simulator;

/// The true class of an X-ray source, in the classes of the shipped models.
public enum ObjectClass {
    AGN("AGN", 0.66, 0.72, 0.12, 0.16),
    STAR("Star", 0.25, 0.36, 0.56, 0.08),
    /// In the Galaxy, and in nearby galaxies.
    XRAY_BINARY("XRB", 0.07, 0, 0.5, 0.5),
    CATACLYSMIC_VARIABLE("CV", 0.02, 0.3, 0.6, 0.1);

    private final String label;
    private final double share;
    private final double[] fieldShares;

    /// @param share of all sources: the survey priors of Tranin et al. 2022, A&A 657, A138
    /// @param fieldShares of the class by [FieldKind], in its order; a choice
    ObjectClass(String label, double share, double... fieldShares) {
        this.label = label;
        this.share = share;
        this.fieldShares = fieldShares;
    }

    /// The class as models name it.
    public String label() {
        return label;
    }

    double share() {
        return share;
    }

    FieldKind drawFieldKind(Dice dice) {
        return FieldKind.values()[dice.weighted(fieldShares)];
    }
}
