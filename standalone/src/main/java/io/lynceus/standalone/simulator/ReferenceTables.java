package io.lynceus.standalone.simulator;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The reference catalogues of a survey while they grow, and as files.
///
/// Counterparts are kept; the objects of the field, fifty times as many, are drawn while the files are written. Not
/// thread-safe.
final class ReferenceTables {
    /// Share of sources that an earlier work has classified; a choice.
    private static final double KNOWN_SHARE = 0.1;

    /// Radius of the positions of known sources [arcsec], per-axis error; a choice.
    private static final double KNOWN_ERROR_ARCSEC = 0.5;

    /// How often a field holds a catalogued galaxy without a visible binary; a choice.
    private static final double IDLE_GALAXY_SHARE = 0.3;

    private final long seed;
    private final List<Field> fields;
    private final Dice dice;
    private final Map<Catalogue, List<String>> counterparts = new EnumMap<>(Catalogue.class);
    private final Map<ObjectClass, List<String>> known = new EnumMap<>(ObjectClass.class);
    private int objects;

    ReferenceTables(long seed, List<Field> fields) {
        this.seed = seed;
        this.fields = List.copyOf(fields);
        this.dice = Dice.of(seed, "counterparts");
    }

    /// Enters a source where the catalogues are deep enough for it, and says under which names.
    Map<Catalogue, String> addCounterparts(CelestialObject object, Field field) {
        objects++;
        Map<Catalogue, String> ids = new EnumMap<>(Catalogue.class);
        for (Catalogue catalogue : Catalogue.values()) {
            String id = "%s-%06d".formatted(prefix(catalogue), objects);
            catalogue.row(id, object.light(), field.kind(), dice).ifPresent(row -> {
                counterparts.computeIfAbsent(catalogue, _ -> new ArrayList<>()).add(row);
                ids.put(catalogue, id);
            });
        }
        if (dice.chance(KNOWN_SHARE)) {
            String place = Catalogue.place(
                    "known-%06d".formatted(objects), dice.around(object.light().position(), KNOWN_ERROR_ARCSEC));
            known.computeIfAbsent(object.objectClass(), _ -> new ArrayList<>()).add(place + "," + object.kind());
        }
        return ids;
    }

    List<Path> write(Path folder) {
        try {
            Files.createDirectories(folder);
            List<Path> descriptions = new ArrayList<>();
            for (Catalogue catalogue : Catalogue.values()) {
                try (BufferedWriter table = table(folder, catalogue.catalogueName(), catalogue.header())) {
                    writeRows(table, counterparts.getOrDefault(catalogue, List.of()));
                    writeFieldObjects(table, catalogue);
                }
                descriptions.add(describe(folder, catalogue.catalogueName(), catalogue.description()));
            }
            descriptions.add(writeGalaxies(folder));
            for (ObjectClass objectClass : ObjectClass.values()) {
                descriptions.add(writeKnown(folder, objectClass));
            }
            return descriptions;
        } catch (IOException e) {
            throw new UncheckedIOException("simulated catalogues cannot be written to " + folder, e);
        }
    }

    /// Draws the objects of all fields again for each catalogue. They are the same objects, because their dice are the
    /// field's.
    private void writeFieldObjects(BufferedWriter table, Catalogue catalogue) {
        Dice noise = Dice.of(seed, "measurements of " + catalogue);
        int[] drawn = new int[1];
        for (Field field : fields) {
            FieldObjects.draw(field, Dice.of(seed, "field " + field.index()), light -> {
                String id = "%s-f%d".formatted(prefix(catalogue), ++drawn[0]);
                catalogue.row(id, light, field.kind(), noise).ifPresent(row -> writeRows(table, List.of(row)));
            });
        }
    }

    private Path writeGalaxies(Path folder) throws IOException {
        Dice galaxyDice = Dice.of(seed, "idle galaxies");
        String name = "simulated-galaxies";
        try (BufferedWriter table = table(folder, name, "id,ra,dec,diameter,minor,angle,redshift,distance")) {
            for (Field field : fields) {
                field.galaxy().ifPresent(galaxy -> writeRows(table, List.of(row(galaxy))));
                if (galaxyDice.chance(IDLE_GALAXY_SHARE)) {
                    writeRows(table, List.of(row(idleGalaxy(field, galaxyDice))));
                }
            }
        }
        return describe(folder, name, """
                role: galaxy
                columns: { id: id, ra: ra, dec: dec, major_axis_arcmin: diameter, minor_axis_arcmin: minor,
                           position_angle_deg: angle, redshift: redshift, distance_mpc: distance }
                """);
    }

    /// A galaxy of 1 to 3 arcmin, 20 to 100 Mpc away; choices.
    private static Galaxy idleGalaxy(Field field, Dice dice) {
        return new Galaxy(
                "idle-" + field.index(),
                Population.anywhereIn(field, dice),
                dice.uniform(20, 100),
                dice.uniform(1, 3),
                dice.uniform(0.3, 1),
                dice.uniform(0, 180));
    }

    private static String row(Galaxy galaxy) {
        return Catalogue.place(galaxy.id(), galaxy.center())
                + ","
                + Catalogue.cells(
                        5,
                        galaxy.diameterArcmin(),
                        galaxy.diameterArcmin() * galaxy.axisRatio(),
                        galaxy.angleDeg(),
                        galaxy.redshift(),
                        galaxy.distanceMpc());
    }

    private Path writeKnown(Path folder, ObjectClass objectClass) throws IOException {
        String name = "simulated-known-" + objectClass.label().toLowerCase(Locale.ROOT);
        try (BufferedWriter table = table(folder, name, "id,ra,dec,type")) {
            writeRows(table, known.getOrDefault(objectClass, List.of()));
        }
        return describe(folder, name, """
                role: class
                class: %s
                columns: { id: id, ra: ra, dec: dec, epoch: %s, type: type }
                default_error_arcsec: %s
                """.formatted(objectClass.label(), Light.EPOCH.year(), KNOWN_ERROR_ARCSEC));
    }

    private Path describe(Path folder, String name, String description) throws IOException {
        return Files.writeString(
                folder.resolve(name + ".yaml"),
                """
                name: %s
                title: Simulated survey, seed %d
                file: %s.csv
                sky_coverage_sq_deg: %s
                """.formatted(name, seed, name, Rounded.decimals(fields.size() * Field.SQ_DEG, 4)) + description);
    }

    private static BufferedWriter table(Path folder, String name, String header) throws IOException {
        BufferedWriter table = Files.newBufferedWriter(folder.resolve(name + ".csv"));
        table.write(header);
        table.write('\n');
        return table;
    }

    private static void writeRows(BufferedWriter table, List<String> rows) {
        try {
            for (String row : rows) {
                table.write(row);
                table.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String prefix(Catalogue catalogue) {
        return switch (catalogue) {
            case OPTICAL -> "opt";
            case NEAR_INFRARED -> "nir";
            case MID_INFRARED -> "mir";
        };
    }
}
