package io.lynceus.crossmatch.files.importing;

/// The two ways in which tables write an angle.
enum AngleFormat {
    /// A number of degrees.
    DECIMAL,
    /// Three fields apart from each other: hours or degrees, minutes, seconds.
    SEXAGESIMAL;

    /// How a cell is written: fields apart by a colon, a blank or unit letters are sexagesimal.
    static AngleFormat of(String cell) {
        return cell.strip().split("[:\\shmsd°'\"]+").length > 1 ? SEXAGESIMAL : DECIMAL;
    }

    /// The angle of a cell [deg].
    ///
    /// @param degPerUnit of the first sexagesimal field: 15 for hours, 1 for degrees
    /// @throws IllegalArgumentException where the cell is written otherwise, or has no seconds: minutes alone leave
    ///     a position up to a minute of arc, or of time, uncertain
    double degrees(String cell, double degPerUnit) {
        if (of(cell) != this) {
            throw new IllegalArgumentException("'" + cell + "' is not written as the column's first value, "
                    + (this == DECIMAL ? "in decimal degrees" : "sexagesimal"));
        }
        return switch (this) {
            case DECIMAL -> number(cell, cell.strip());
            case SEXAGESIMAL -> sexagesimal(cell) * degPerUnit;
        };
    }

    private static double sexagesimal(String cell) {
        String[] fields = cell.strip().split("[:\\shmsd°'\"]+");
        if (fields.length != 3) {
            throw new IllegalArgumentException(
                    "'" + cell + "' has " + fields.length + " sexagesimal fields, must have 3");
        }
        double minutes = number(cell, fields[1]);
        double seconds = number(cell, fields[2]);
        if (!(minutes >= 0 && minutes < 60 && seconds >= 0 && seconds <= 60)) {
            throw new IllegalArgumentException("'" + cell + "' has minutes or seconds outside [0, 60)");
        }
        double size = Math.abs(number(cell, fields[0])) + minutes / 60 + seconds / 3600;
        return fields[0].startsWith("-") ? -size : size;
    }

    private static double number(String cell, String field) {
        try {
            return Double.parseDouble(field);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + cell + "' is no angle", e);
        }
    }
}
