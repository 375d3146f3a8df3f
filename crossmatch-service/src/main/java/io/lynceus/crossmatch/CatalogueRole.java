package io.lynceus.crossmatch;

/// What the rows of a reference catalogue are to a detection.
public sealed interface CatalogueRole {
    /// Objects at another wavelength, each possibly the detection's counterpart.
    ///
    /// @param wavelength the regime, such as `optical` or `infrared`
    /// @param precedence rank among catalogues that measured the same band, the lowest first, >= 1
    record Counterparts(String wavelength, int precedence) implements CatalogueRole {
        public Counterparts {
            Require.text("wavelength", wavelength);
            if (precedence < 1) {
                throw new IllegalArgumentException("precedence is " + precedence + ", must be >= 1");
            }
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
