package io.lynceus.feature.epoch;

/// What was measured of the energy flux in one band: a flux, or the limit it stays below.
public sealed interface Photometry {
    /// The same source seen through a factor: a band conversion.
    ///
    /// @param factor finite and > 0
    Photometry times(double factor);

    /// As a flux: a limit counts as zero flux with the 1σ error that its confidence implies.
    Measurement asFlux();

    /// An energy flux [erg cm⁻² s⁻¹] with its 1σ error.
    record Flux(Measurement cgs) implements Photometry {
        @Override
        public Flux times(double factor) {
            return new Flux(cgs.times(factor));
        }

        @Override
        public Measurement asFlux() {
            return cgs;
        }
    }

    /// A flux that was looked for and not found.
    ///
    /// @param cgs the flux [erg cm⁻² s⁻¹] it stays below, finite and > 0
    /// @param confidence two-sided Gaussian probability of the limit, in (0, 1): 0.997 is a 3σ limit
    record UpperLimit(double cgs, double confidence) implements Photometry {
        public UpperLimit {
            if (!(cgs > 0 && cgs < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "upper_limit_cgs is " + cgs + ", must be finite and > 0 erg cm⁻² s⁻¹");
            }
            if (!(confidence > 0 && confidence < 1)) {
                throw new IllegalArgumentException("upper_limit_confidence is " + confidence + ", must lie in (0, 1)");
            }
        }

        @Override
        public UpperLimit times(double factor) {
            return new UpperLimit(cgs * factor, confidence);
        }

        @Override
        public Measurement asFlux() {
            return Measurement.of(0, cgs / sigmas());
        }

        /// Number of standard deviations that the confidence stands for.
        double sigmas() {
            return Gaussian.sigmas(confidence);
        }
    }
}
