package io.lynceus.sky;

import java.time.Instant;

/// A moment as a Julian epoch: years of 365.25 days counted so that J2000.0 is MJD 51544.5.
///
/// Clock time (UTC) stands for terrestrial time: the 64 to 69 s between them since 2000, 2.2e-6 yr, move no star.
///
/// Source: Lieske 1979, A&A 73, 282.
///
/// @param year Julian year, in [1800, 2200]: a modified Julian date or a bare number of seconds given for a year
///     is refused
public record JulianEpoch(double year) {
    /// Length of the Julian year [d]. Source: IAU 1976, Lieske 1979, A&A 73, 282.
    private static final double DAYS_PER_YEAR = 365.25;

    /// J2000.0 as a modified Julian date [d]. Source: as [#DAYS_PER_YEAR], JD 2451545.0.
    private static final double J2000_MJD = 51_544.5;

    /// The epoch 1970-01-01T00:00:00Z as a modified Julian date [d]. Source: MJD = JD - 2400000.5, JD 2440587.5.
    private static final double UNIX_MJD = 40_587;

    /// Length of the day [s], leap seconds left out as [Instant] does. Source: POSIX.1-2017, sect. 4.16.
    private static final double SECONDS_PER_DAY = 86_400;

    public JulianEpoch {
        Require.within("epoch", year, 1800, 2200, "Julian years");
    }

    /// The epoch of an instant; good to 1e-12 yr.
    public static JulianEpoch of(Instant instant) {
        return ofMjd(UNIX_MJD + (instant.getEpochSecond() + instant.getNano() * 1e-9) / SECONDS_PER_DAY);
    }

    /// The epoch of a modified Julian date [d].
    public static JulianEpoch ofMjd(double mjd) {
        return new JulianEpoch(2000 + (mjd - J2000_MJD) / DAYS_PER_YEAR);
    }

    /// This epoch as an instant; good to 1e-4 s, the resolution of [#year].
    public Instant instant() {
        double seconds = ((year - 2000) * DAYS_PER_YEAR + J2000_MJD - UNIX_MJD) * SECONDS_PER_DAY;
        double whole = Math.floor(seconds);
        return Instant.ofEpochSecond((long) whole, Math.round((seconds - whole) * 1e9));
    }
}
