package io.lynceus.crossmatch;

import io.lynceus.crossmatch.files.CatalogueFolder;
import io.lynceus.crossmatch.files.importing.CatalogueImport;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A small sky of invented catalogues around (150, 2) deg for tests of the running service.
public final class TestSky implements QuarkusTestResourceLifecycleManager {
    private static final Map<String, String> FILES = Map.of(
            "stars.yaml",
            """
            name: stars
            title: Invented stars
            role: counterpart
            complete: false
            wavelength: optical
            precedence: 1
            file: stars.csv
            columns: { id: id, ra: ra, dec: dec, epoch: 2016.0, error_ra_mas: e, error_dec_mas: e,
                       pmra_masyr: pmra, pmdec_masyr: pmdec }
            magnitudes: { G: g, BP: bp }
            density_per_sq_deg: 44000
            """,
            "stars.csv",
            """
            id,ra,dec,e,pmra,pmdec,g,bp
            near,150.0001,2.0001,50,10,-5,18.494,19.1
            far,150.0012,2.0005,50,,,20.5,
            """,
            "variables/variables.yaml",
            """
            name: variables
            title: Invented variables, to be imported while the service runs
            role: class
            class: CV
            file: variables.csv
            columns: { id: id, ra: ra, dec: dec }
            """,
            "variables/variables.csv",
            """
            id,ra,dec
            V-1,10.5,20.5
            V-2,10.6,95
            """,
            "binaries.yaml",
            """
            name: binaries
            role: class
            class: XRB
            file: binaries.csv
            columns: { id: id, ra: ra, dec: dec, type: type }
            """,
            "binaries.csv",
            """
            id,ra,dec,type
            X-1,10:00:00.02,+02:00:00.3,HMXB
            """,
            "galaxies.yaml",
            """
            name: galaxies
            role: galaxy
            file: galaxies.csv
            columns: { id: id, ra: ra, dec: dec, major_axis_arcmin: a, minor_axis_arcmin: b, position_angle_deg: pa,
                       redshift: z }
            """,
            "galaxies.csv",
            """
            id,ra,dec,a,b,pa,z
            NGC 0,150.01,2,4,2,90,0.002
            """);

    @Override
    public Map<String, String> start() {
        try {
            Path tables = Files.createTempDirectory("lynceus-tables");
            for (Map.Entry<String, String> file : FILES.entrySet()) {
                Files.createDirectories(tables.resolve(file.getKey()).getParent());
                Files.writeString(tables.resolve(file.getKey()), file.getValue());
            }
            Path catalogues = Files.createTempDirectory("lynceus-catalogues");
            CatalogueImport imports = new CatalogueImport(new CatalogueFolder(catalogues));
            FILES.keySet().stream()
                    .filter(name -> name.endsWith(".yaml") && !name.contains("/"))
                    .forEach(name -> imports.run(tables.resolve(name), (_, _) -> {}));
            return Map.of(
                    "lynceus.crossmatch.catalogues", catalogues.toString(),
                    "lynceus.crossmatch.import-folder", tables.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {}

    /// A detection there, as JSON.
    public static String detection(String id, double raDeg, double decDeg) {
        return """
                { "id": "%s", "mission": "Chandra", "instrument": "ACIS", "start": "2008-07-01T00:00:00Z",
                  "position": { "ra_deg": %s, "dec_deg": %s, "error_major_arcsec": 1.2, "error_containment": 0.95 },
                  "bands": [ { "name": "soft", "low_kev": 0.5, "high_kev": 1.2, "flux_cgs": 2.0e-15 } ] }""".formatted(id, raDeg, decDeg);
    }
}
