package io.lynceus.crossmatch.catalogue;

import io.lynceus.crossmatch.detection.Require;
import java.util.OptionalDouble;

/// Role of a reference catalogue: what its rows are to a detection.
public sealed interface CatalogueRole {
    /// Objects at another wavelength, each possibly the detection's counterpart.
    ///
    /// @param wavelength the regime, such as `optical` or `infrared`
    /// @param precedence rank among catalogues that measured the same band, the lowest first, >= 1
    /// @param systematicArcsec per-axis error that is added to every position's own [arcsec], >= 0; empty: as
    /// configured
    /// @param completeness probability that the counterpart of an X-ray source is in the catalogue, in (0, 1];
    ///     empty: as configured
    record Counterparts(String wavelength, int precedence, OptionalDouble systematicArcsec, OptionalDouble completeness)
            implements CatalogueRole {
        public Counterparts {
            Require.text("wavelength", wavelength);
            systematicArcsec.ifPresent(value -> Require.notNegative("systematic error", value, "arcsec"));
            completeness.ifPresent(value -> Require.chance("completeness", value));
            if (precedence < 1) {
                throw new IllegalArgumentException("precedence is " + precedence + ", must be >= 1");
            }
        }

        /// With systematic error and completeness as configured.
        public Counterparts(String wavelength, int precedence) {
            this(wavelength, precedence, OptionalDouble.empty(), OptionalDouble.empty());
        }
    }

    /// Objects of one known class, by which a detection is identified.
    ///
    /// @param sourceClass the class, such as `XRB`
    record KnownClass(String sourceClass) implements CatalogueRole {
        public KnownClass {
            Require.text("class", sourceClass);
        }
    }

    /// Galaxies with their optical extent, one of which may host the detection.
    record Galaxies() implements CatalogueRole {}
}
