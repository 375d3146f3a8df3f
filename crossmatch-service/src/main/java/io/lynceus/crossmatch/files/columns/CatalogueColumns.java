package io.lynceus.crossmatch.files.columns;

import io.lynceus.crossmatch.catalogue.CatalogueEntry;
import io.lynceus.crossmatch.catalogue.GalaxyDisc;
import io.lynceus.crossmatch.catalogue.Measurement;
import io.lynceus.sky.Containment;
import io.lynceus.sky.ErrorEllipse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Names of a catalogue's columns, and how an entry fills them.
///
/// Positions are doubles; errors, epochs, motions, magnitudes and shapes are floats, good to 6e-8 of their value, far
/// below the digits that catalogues publish.
public final class CatalogueColumns {
    public static final String CELL = "healpix29";
    public static final String RA = "ra_deg";
    public static final String DEC = "dec_deg";
    public static final String ID = "id";
    public static final String TYPE = "type";
    public static final String ERROR_MAJOR = "sigma_major_arcsec";
    public static final String ERROR_MINOR = "sigma_minor_arcsec";
    public static final String ERROR_ANGLE = "error_angle_deg";
    public static final String EPOCH = "epoch_year";
    public static final String PMRA = "pmra_masyr";
    public static final String PMRA_ERROR = "pmra_error_masyr";
    public static final String PMDEC = "pmdec_masyr";
    public static final String PMDEC_ERROR = "pmdec_error_masyr";
    public static final String PARALLAX = "parallax_mas";
    public static final String PARALLAX_ERROR = "parallax_error_mas";
    public static final String DISC_MAJOR = "semi_major_arcsec";
    public static final String DISC_MINOR = "semi_minor_arcsec";
    public static final String DISC_ANGLE = "disc_angle_deg";
    public static final String REDSHIFT = "redshift";
    public static final String DISTANCE = "distance_mpc";

    /// Before the name of a band, so that no band can be taken for another column.
    public static final String MAGNITUDE_PREFIX = "mag:";

    /// Columns that every catalogue has, whether or not it has rows.
    private static final List<String> ALWAYS = List.of(ERROR_MAJOR, ERROR_MINOR, ERROR_ANGLE);

    /// Columns of floats that a catalogue may have besides its magnitudes, in their order in the file.
    private static final List<String> NUMBERS = List.of(
            ERROR_MAJOR,
            ERROR_MINOR,
            ERROR_ANGLE,
            EPOCH,
            PMRA,
            PMRA_ERROR,
            PMDEC,
            PMDEC_ERROR,
            PARALLAX,
            PARALLAX_ERROR,
            DISC_MAJOR,
            DISC_MINOR,
            DISC_ANGLE,
            REDSHIFT,
            DISTANCE);

    private CatalogueColumns() {}

    /// The columns of floats of a catalogue with these bands, in their order in the file.
    static List<String> floats(List<String> bands) {
        return Stream.concat(NUMBERS.stream(), bands.stream().map(band -> MAGNITUDE_PREFIX + band))
                .toList();
    }

    /// Whether a column of floats is written though no row has a value.
    static boolean always(String name) {
        return ALWAYS.contains(name) || name.startsWith(MAGNITUDE_PREFIX);
    }

    /// Puts the numbers of an entry at their places among [#floats], NaN where it has none.
    static void fill(float[] floats, CatalogueEntry entry, List<String> bands) {
        Arrays.fill(floats, Float.NaN);
        ErrorEllipse error = entry.error();
        double sigmas = sigmas(error);
        floats[0] = (float) (error.majorArcsec() / sigmas);
        floats[1] = (float) (error.minorArcsec() / sigmas);
        floats[2] = (float) error.angleDeg();
        if (entry.epoch().isPresent()) {
            floats[3] = (float) entry.epoch().get().year();
        }
        if (entry.motion().isPresent()) {
            fill(floats, 4, entry.motion().get().east());
            fill(floats, 6, entry.motion().get().north());
        }
        if (entry.parallax().isPresent()) {
            fill(floats, 8, entry.parallax().get());
        }
        if (entry.disc().isPresent()) {
            GalaxyDisc disc = entry.disc().get();
            floats[10] = (float) disc.semiMajorArcsec();
            floats[11] = (float) disc.semiMinorArcsec();
            floats[12] = (float) disc.angleDeg();
            floats[13] = (float) disc.redshift().orElse(Double.NaN);
            floats[14] = (float) disc.distanceMpc().orElse(Double.NaN);
        }
        for (int i = 0; i < bands.size(); i++) {
            Double magnitude = entry.magnitudes().get(bands.get(i));
            if (magnitude != null) {
                floats[NUMBERS.size() + i] = magnitude.floatValue();
            }
        }
    }

    private static void fill(float[] floats, int at, Measurement measured) {
        floats[at] = (float) measured.value();
        floats[at + 1] = (float) measured.error().orElse(Double.NaN);
    }

    /// Per-axis errors in the axes of an ellipse.
    static double sigmas(ErrorEllipse error) {
        return error.containment() == Containment.ONE_SIGMA_PER_AXIS ? 1 : Containment.sigmaFactor(error.containment());
    }
}
