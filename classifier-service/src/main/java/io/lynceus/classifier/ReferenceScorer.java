package io.lynceus.classifier;

/// The class score as the formula reads, one source, feature and class at a time: the truth for [BatchScorer].
record ReferenceScorer(Model model) implements Scorer {
    @Override
    public double[] evidence(double[] values) {
        int features = model.likelihoods().size();
        int classes = model.taxonomy().size();
        int rows = values.length / features;
        double[] evidence = new double[rows * (1 + features) * classes];
        for (int row = 0; row < rows; row++) {
            int present = 0;
            for (int f = 0; f < features; f++) {
                present += Double.isNaN(values[row * features + f]) ? 0 : 1;
            }
            for (int c = 0; c < classes; c++) {
                int part = row * (1 + features);
                evidence[part * classes + c] =
                        Math.log(model.prior().probabilities().get(c));
                for (int f = 0; f < features; f++) {
                    part++;
                    FeatureLikelihood likelihood = model.likelihoods().get(f);
                    evidence[part * classes + c] =
                            model.variant().exponent(likelihood.feature().category(), present, features - present)
                                    * term(likelihood, c, values[row * features + f]);
                }
            }
        }
        return evidence;
    }

    private double term(FeatureLikelihood likelihood, int sourceClass, double value) {
        double share = likelihood.presentShares().get(sourceClass);
        return Double.isNaN(value)
                ? model.variant().lnMissing(share)
                : likelihood.densities().get(sourceClass).lnDensity(value)
                        + model.variant().lnPresent(share);
    }
}
