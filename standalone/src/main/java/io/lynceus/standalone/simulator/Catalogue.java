package io.lynceus.standalone.simulator;

import io.lynceus.sky.JulianEpoch;
import io.lynceus.sky.SkyPosition;
import java.util.Optional;

/// A reference catalogue of the simulated sky that holds counterparts. Limits and errors are choices after the survey
/// that each is modelled on.
public enum Catalogue {
    /// Modelled on Gaia.
    OPTICAL(
            "simulated-optical",
            "optical",
            1,
            2016,
            "e_ra_mas,e_dec_mas,parallax,e_parallax,pmra,e_pmra,pmdec,e_pmdec,g,bp,rp") {
        @Override
        Optional<String> row(String id, Light light, FieldKind field, Dice dice) {
            Photometry real = light.photometry();
            if (!(real.g() < OPTICAL_LIMIT_MAG)) {
                return Optional.empty();
            }
            double errorMas = Math.clamp(0.03 * Math.pow(10, 0.2 * (real.g() - 15)), 0.02, 1);
            SkyPosition position = dice.around(light.at(epoch()), errorMas / 1e3);
            String astrometry = dice.chance(POSITION_ONLY)
                    ? ",,,,,"
                    : cells(
                            4,
                            dice.gaussian(light.parallaxMas(), errorMas),
                            errorMas,
                            dice.gaussian(light.motion().eastMasPerYr(), errorMas),
                            errorMas,
                            dice.gaussian(light.motion().northMasPerYr(), errorMas),
                            errorMas);
            return Optional.of(String.join(
                    ",",
                    place(id, position),
                    cells(4, errorMas, errorMas),
                    astrometry,
                    measured(real.g(), OPTICAL_LIMIT_MAG, dice),
                    measured(real.bp(), OPTICAL_LIMIT_MAG + 0.8, dice),
                    measured(real.rp(), OPTICAL_LIMIT_MAG, dice)));
        }

        @Override
        String columns() {
            return "error_ra_mas: e_ra_mas, error_dec_mas: e_dec_mas, parallax_mas: parallax, parallax_error_mas: e_parallax,"
                    + " pmra_masyr: pmra, pmra_error_masyr: e_pmra, pmdec_masyr: pmdec, pmdec_error_masyr: e_pmdec";
        }

        @Override
        String magnitudes() {
            return "G: g, BP: bp, RP: rp";
        }
    },
    /// Modelled on 2MASS.
    NEAR_INFRARED("simulated-near-infrared", "infrared", 2, 1999.5, "error,j,k") {
        @Override
        Optional<String> row(String id, Light light, FieldKind field, Dice dice) {
            return infraredRow(
                    id,
                    light,
                    0.1,
                    light.photometry().k() < 14.8,
                    dice,
                    measured(light.photometry().j(), 16.2, dice),
                    measured(light.photometry().k(), 14.8, dice));
        }

        @Override
        String columns() {
            return "error_arcsec: error";
        }

        @Override
        String magnitudes() {
            return "J: j, K: k";
        }
    },
    /// Modelled on AllWISE.
    MID_INFRARED("simulated-mid-infrared", "infrared", 1, 2010.5, "error,w1,w2,w3") {
        @Override
        Optional<String> row(String id, Light light, FieldKind field, Dice dice) {
            double limit = field.midInfraredLimitMag();
            return infraredRow(
                    id,
                    light,
                    0.2,
                    light.photometry().w1() < limit,
                    dice,
                    measured(light.photometry().w1(), limit, dice),
                    measured(light.photometry().w2(), limit - 1, dice),
                    measured(light.photometry().w3(), limit - 5, dice));
        }

        @Override
        String columns() {
            return "error_arcsec: error";
        }

        @Override
        String magnitudes() {
            return "W1: w1, W2: w2, W3: w3";
        }
    };

    /// Faintest G [mag].
    private static final double OPTICAL_LIMIT_MAG = 20.7;

    /// Share of optical rows without parallax and motion.
    private static final double POSITION_ONLY = 0.08;

    private final String catalogueName;
    private final String wavelength;
    private final int precedence;
    private final JulianEpoch epoch;
    private final String measuredColumns;

    Catalogue(String catalogueName, String wavelength, int precedence, double epochYear, String measuredColumns) {
        this.catalogueName = catalogueName;
        this.wavelength = wavelength;
        this.precedence = precedence;
        this.epoch = new JulianEpoch(epochYear);
        this.measuredColumns = measuredColumns;
    }

    /// Its name among the reference catalogues.
    public String catalogueName() {
        return catalogueName;
    }

    /// The row of an object, if the survey is deep enough for it.
    abstract Optional<String> row(String id, Light light, FieldKind field, Dice dice);

    /// The columns besides name, position and epoch, as a description names them.
    abstract String columns();

    abstract String magnitudes();

    String header() {
        return "id,ra,dec," + measuredColumns;
    }

    String description() {
        return """
                role: counterpart
                complete: true
                wavelength: %s
                precedence: %d
                columns: { id: id, ra: ra, dec: dec, epoch: %s, %s }
                magnitudes: { %s }
                """.formatted(wavelength, precedence, epoch.year(), columns(), magnitudes());
    }

    JulianEpoch epoch() {
        return epoch;
    }

    Optional<String> infraredRow(
            String id, Light light, double errorArcsec, boolean seen, Dice dice, String... magnitudes) {
        return seen
                ? Optional.of(String.join(
                        ",",
                        place(id, dice.around(light.at(epoch), errorArcsec)),
                        Double.toString(errorArcsec),
                        String.join(",", magnitudes)))
                : Optional.empty();
    }

    static String place(String id, SkyPosition position) {
        return id + "," + cells(8, position.raDeg(), position.decDeg());
    }

    static String cells(int decimals, double... values) {
        StringBuilder cells = new StringBuilder();
        for (double value : values) {
            cells.append(cells.isEmpty() ? "" : ",").append(Rounded.decimals(value, decimals));
        }
        return cells.toString();
    }

    /// A magnitude with its photometric error, empty where fainter than the limit.
    private static String measured(double magnitude, double limit, Dice dice) {
        double error = 0.01 + 0.1 * Math.pow(10, 0.4 * (Math.min(magnitude, limit) - limit));
        double measured = dice.gaussian(magnitude, error);
        return measured < limit + 0.3 ? Double.toString(Rounded.decimals(measured, 3)) : "";
    }
}
