package io.lynceus.sky;

/// A HEALPix cell by its place: base cell and column and row within it.
///
/// Base cells 0 to 3 touch the north pole, 4 to 7 the equator (4 is at right ascension 0), 8 to 11 the south
/// pole. On the lattice of [Healpix] the base cell of row r in {+1 north, 0 belt, -1 south} and quadrant q is the
/// square whose coordinates i along (X+Y)/2 and j along (Y-X)/2 satisfy i + j = r, and q is -j in the north, i
/// elsewhere.
///
/// @param order HEALPix order
/// @param base base cell, in [0, 12)
/// @param x column, counted from the southern corner to the eastern, in [0, 2^order)
/// @param y row, counted from the southern corner to the western, in [0, 2^order)
record NestedCell(int order, int base, int x, int y) {
    /// Stands for the neighbour that does not exist at a corner where three base cells meet.
    static final long ABSENT = -1;

    /// |sin(dec)| where the belt of equatorial cells ends. Source: Gorski et al. 2005, sect. 4.
    private static final double BELT_EDGE = 2.0 / 3;

    /// |sin(dec)| from where positions are taken for the cap, whose formula keeps them in a base cell whatever
    /// the rounding. Source: ten ulps below the edge, where the two formulas differ by less than the rounding
    /// itself.
    private static final double CAP_START = BELT_EDGE - 1e-15;

    /// Factor from the sine of half the polar distance p to s in a cap: 1 - |sin dec| = 2 sin^2(p/2) in its definition.
    /// Unlike that form it keeps its precision at the poles.
    private static final double SQRT_6 = Math.sqrt(6);

    static NestedCell of(int order, long number) {
        return new NestedCell(order, (int) (number >>> 2 * order), even(number, order), even(number >>> 1, order));
    }

    private static long number(int order, int base, int x, int y) {
        return ((long) base << 2 * order) | spread(x) | spread(y) << 1;
    }

    /// Number of the cell that holds a position, [deg].
    static long numberAt(int order, double raDeg, double decDeg) {
        double side = 1L << order;
        double sinDec = Math.sin(Math.toRadians(decDeg));
        if (Math.abs(sinDec) > CAP_START) {
            int quadrant = (int) (raDeg / 90);
            double aside = raDeg / 45 - (2 * quadrant + 1);
            double shrink = SQRT_6 * Math.sin(Math.toRadians(90 - Math.abs(decDeg)) / 2) / 2;
            double west = shrink * (1 - aside);
            double east = shrink * (1 + aside);
            return sinDec > 0
                    ? number(order, quadrant, index(1 - west, side), index(1 - east, side))
                    : number(order, 8 + quadrant, index(east, side), index(west, side));
        }
        double i = raDeg / 90 + 0.75 * sinDec + 0.5;
        double j = 0.75 * sinDec - raDeg / 90 + 0.5;
        int column = (int) Math.floor(i);
        int row = (int) Math.floor(j);
        return number(order, base(column, row), index(i - column, side), index(j - row, side));
    }

    private static int index(double fraction, double side) {
        return (int) Math.max(0, Math.min(side - 1, fraction * side));
    }

    /// The base cell at lattice coordinates whose sum i + j is -1, 0 or 1.
    private static int base(int i, int j) {
        int ring = i + j;
        return ring > 0 ? -j & 3 : ring == 0 ? 4 + (i & 3) : 8 + (i & 3);
    }

    SkyPosition center() {
        Middle middle = middle();
        return new SkyPosition(middle.raDeg, Math.toDegrees(Math.atan2(middle.sinDec, middle.cosDec)));
    }

    Middle middle() {
        double side = 1L << order;
        int ring = 1 - (base >> 2);
        int quadrant = base & 3;
        double aside = (x - y) / side;
        double height = ring + ((long) x + y + 1 - (1L << order)) / side;
        double meridian = ring == 0 ? 2 * quadrant : 2 * quadrant + 1;
        if (Math.abs(height) <= 1) {
            double sinDec = height * BELT_EDGE;
            return new Middle(Angles.wrapDeg(45 * (meridian + aside)), sinDec, Math.sqrt(1 - sinDec * sinDec));
        }
        double shrink = 2 - Math.abs(height);
        double sinHalf = shrink / SQRT_6;
        return new Middle(
                Angles.wrapDeg(45 * (meridian + aside / shrink)),
                Math.copySign(1 - 2 * sinHalf * sinHalf, height),
                2 * sinHalf * Math.sqrt(1 - sinHalf * sinHalf));
    }

    /// The middle of a cell: right ascension [deg] in [0, 360), sine and cosine of the declination.
    record Middle(double raDeg, double sinDec, double cosDec) {}

    /// Number of the cell one step along each axis (-1, 0 or 1), or [#ABSENT].
    ///
    /// In the plane a step over a border is a step on the lattice. Only where two polar base cells meet on a
    /// meridian, which the plane tears apart, are columns and rows exchanged, and across the pole both are kept.
    long numberBeside(int stepX, int stepY) {
        int last = (1 << order) - 1;
        int toX = x + stepX;
        int toY = y + stepY;
        int overX = toX < 0 ? -1 : toX > last ? 1 : 0;
        int overY = toY < 0 ? -1 : toY > last ? 1 : 0;
        int ring = 1 - (base >> 2);
        int quadrant = base & 3;
        int across = ring + overX + overY;
        if (Math.abs(overX + overY) < 2 && Math.abs(across) > 1) {
            // Over the meridian to the next polar base cell: north by its high borders, south by its low ones.
            int border = ring > 0 ? last : 0;
            int next = (overX != 0 ? quadrant + ring : quadrant - ring) & 3;
            int polar = base & 12;
            return overX != 0 ? number(order, polar | next, toY, border) : number(order, polar | next, border, toX);
        }
        if (Math.abs(across) > 1) {
            // Over the pole, or over a corner of the belt where three base cells meet.
            return ring == 0 ? ABSENT : number(order, base ^ 2, x, y);
        }
        if (overX * overY < 0 && ring != 0) {
            return ABSENT;
        }
        int i = quadrant + (ring > 0 ? 1 : 0) + overX;
        int j = ring - quadrant - (ring > 0 ? 1 : 0) + overY;
        return number(order, base(i, j), toX & last, toY & last);
    }

    /// The even bits of a number, closed up: at order k the lowest k of them.
    static int even(long number, int order) {
        long bits = number & ((1L << 2 * order) - 1) & 0x5555555555555555L;
        bits = (bits | bits >>> 1) & 0x3333333333333333L;
        bits = (bits | bits >>> 2) & 0x0F0F0F0F0F0F0F0FL;
        bits = (bits | bits >>> 4) & 0x00FF00FF00FF00FFL;
        bits = (bits | bits >>> 8) & 0x0000FFFF0000FFFFL;
        return (int) (bits | bits >>> 16);
    }

    /// The bits of a number moved to the even places.
    static long spread(int number) {
        long bits = number;
        bits = (bits | bits << 16) & 0x0000FFFF0000FFFFL;
        bits = (bits | bits << 8) & 0x00FF00FF00FF00FFL;
        bits = (bits | bits << 4) & 0x0F0F0F0F0F0F0F0FL;
        bits = (bits | bits << 2) & 0x3333333333333333L;
        return (bits | bits << 1) & 0x5555555555555555L;
    }
}
