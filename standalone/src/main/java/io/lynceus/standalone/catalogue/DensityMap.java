package io.lynceus.standalone.catalogue;

import io.lynceus.crossmatch.catalogue.CatalogueInspection;
import io.lynceus.sky.Healpix;
import io.lynceus.sky.SkyPosition;
import java.util.List;
import java.util.Locale;

/// How dense a catalogue is over the sky, as text and as a drawing: an equirectangular map, north up, east to the left.
///
/// @param rowsPerCell rows in every HEALPix cell of order [CatalogueInspection#MAP_ORDER]
record DensityMap(List<Integer> rowsPerCell) {
    /// From no row at all to the densest cell, in equal steps of the logarithm.
    private static final String SHADES = " .:-=+*#%@";

    private static final int SVG_COLUMNS = 144;
    private static final int SVG_LINES = 72;
    private static final int SVG_PIXELS = 5;

    DensityMap {
        rowsPerCell = List.copyOf(rowsPerCell);
    }

    String text(int columns, int lines) {
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < lines; line++) {
            for (int column = 0; column < columns; column++) {
                double shade = shade(column, columns, line, lines);
                text.append(SHADES.charAt((int) Math.ceil(shade * (SHADES.length() - 1))));
            }
            text.append('\n');
        }
        return text.append(String.format(
                        Locale.ROOT,
                        "'@' is %,.1f deg^-2, the densest cell of %.1f deg^2%n",
                        densest() / cellSqDeg(),
                        cellSqDeg()))
                .toString();
    }

    String svg(String title) {
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">%n"
                .formatted(SVG_COLUMNS * SVG_PIXELS, SVG_LINES * SVG_PIXELS));
        svg.append("<title>").append(escaped(title)).append(", rows per square degree</title>\n");
        for (int line = 0; line < SVG_LINES; line++) {
            for (int column = 0; column < SVG_COLUMNS; column++) {
                int grey = 255 - (int) Math.round(230 * shade(column, SVG_COLUMNS, line, SVG_LINES));
                svg.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#%02x%02x%02x\"/>%n"
                        .formatted(column * SVG_PIXELS, line * SVG_PIXELS, SVG_PIXELS, SVG_PIXELS, grey, grey, grey));
            }
        }
        return svg.append("</svg>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    /// Logarithm of the rows there over that of the densest cell, in [0, 1].
    private double shade(int column, int columns, int line, int lines) {
        SkyPosition position = new SkyPosition(360 - 360 * (column + 0.5) / columns, 90 - 180 * (line + 0.5) / lines);
        int rows = rowsPerCell.get((int) Healpix.cell(CatalogueInspection.MAP_ORDER, position));
        return rows == 0 ? 0 : Math.log1p(rows) / Math.log1p(densest());
    }

    private int densest() {
        return rowsPerCell.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    private static double cellSqDeg() {
        return 129_600 / Math.PI / Healpix.cellCount(CatalogueInspection.MAP_ORDER);
    }
}
