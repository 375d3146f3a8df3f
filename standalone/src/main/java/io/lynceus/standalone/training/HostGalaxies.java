package io.lynceus.standalone.training;

import io.lynceus.contracts.Detection;
import io.lynceus.contracts.EnhancedDetection;
import io.lynceus.contracts.Wire;
import io.lynceus.crossmatch.Crossmatch;
import io.lynceus.crossmatch.DetectionFormat.UnknownFields;
import io.lynceus.crossmatch.catalogue.CatalogueRole;
import io.lynceus.crossmatch.catalogue.ReferenceCatalogue;
import io.lynceus.crossmatch.detection.Missions;
import io.lynceus.crossmatch.files.CatalogueFolder;
import io.lynceus.crossmatch.messaging.JsonDetectionFormat;
import io.lynceus.sky.Mission;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Galaxies of imported catalogues that may host sources of a table.
///
/// Catalogues of known classes are not used: a label must not become a feature.
final class HostGalaxies {
    /// No catalogue: no source lies in a galaxy.
    static final HostGalaxies NONE = new HostGalaxies(List.of(), CrossmatchDefaults.MISSIONS);

    private final boolean searched;
    private final Crossmatch galaxies;
    private final JsonDetectionFormat format;

    private HostGalaxies(List<ReferenceCatalogue> galaxies, Missions missions) {
        searched = !galaxies.isEmpty();
        this.galaxies = new Crossmatch(galaxies, CrossmatchDefaults.SEARCH);
        this.format = new JsonDetectionFormat(missions);
    }

    /// @param folder of imported catalogues
    static HostGalaxies in(Path folder, List<Mission> missions) {
        CatalogueFolder catalogues = new CatalogueFolder(folder);
        List<ReferenceCatalogue> galaxies = catalogues.open(catalogues.inUse()).stream()
                .filter(catalogue -> catalogue.profile().role() instanceof CatalogueRole.Galaxies)
                .toList();
        if (galaxies.isEmpty()) {
            throw new IllegalArgumentException("no galaxy catalogue has been imported to " + folder);
        }
        return new HostGalaxies(galaxies, CrossmatchDefaults.missions(missions));
    }

    /// Whether there is any catalogue of galaxies.
    boolean searched() {
        return searched;
    }

    EnhancedDetection.@Nullable HostGalaxy of(Detection detection) {
        return galaxies.around(format.read(Wire.write(detection), UnknownFields.REFUSED)
                        .detection())
                .host()
                .map(host -> new EnhancedDetection.HostGalaxy(
                        host.catalogue(),
                        host.entry().id(),
                        host.separationArcsec(),
                        host.galactocentricRadius(),
                        orNull(host.disc().redshift()),
                        orNull(host.disc().distanceMpc())))
                .orElse(null);
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? (Double) value.getAsDouble() : null;
    }
}
