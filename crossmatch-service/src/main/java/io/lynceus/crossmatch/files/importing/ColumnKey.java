package io.lynceus.crossmatch.files.importing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Role of a table's column in a catalogue. Descriptions write its name in lower case.
enum ColumnKey {
    ID,
    /// Decimal degrees, or hours, minutes and seconds.
    RA,
    /// Decimal degrees, or degrees, minutes and seconds of arc.
    DEC,
    TYPE,
    /// Julian year, as a column or as a number for all rows.
    EPOCH,
    /// Radius.
    ERROR_ARCSEC,
    /// Radius.
    ERROR_DEG,
    /// Along right ascension, on the sky.
    ERROR_RA_MAS,
    ERROR_DEC_MAS,
    /// Semi-major axis.
    ERROR_MAJOR_ARCSEC,
    ERROR_MINOR_ARCSEC,
    /// Of the major axis, from north through east.
    ERROR_ANGLE_DEG,
    PARALLAX_MAS,
    PARALLAX_ERROR_MAS,
    /// Times the cosine of the declination.
    PMRA_MASYR,
    PMRA_ERROR_MASYR,
    PMDEC_MASYR,
    PMDEC_ERROR_MASYR,
    /// Full axis.
    MAJOR_AXIS_ARCMIN,
    MINOR_AXIS_ARCMIN,
    /// Of the major axis, from north through east.
    POSITION_ANGLE_DEG,
    REDSHIFT,
    DISTANCE_MPC;

    private final String key = name().toLowerCase(Locale.ROOT);

    String key() {
        return key;
    }

    static ColumnKey of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    static Set<String> names() {
        return Arrays.stream(values()).map(ColumnKey::key).collect(Collectors.toUnmodifiableSet());
    }
}
