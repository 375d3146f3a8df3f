package io.lynceus.crossmatch.storage;

import io.lynceus.crossmatch.source.XraySource;
import io.lynceus.sky.PositionCovariance;
import io.lynceus.sky.SkyPosition;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A row of the table `sources`.
@Entity
@Table(name = "sources")
class SourceEntity {
    @Id
    private String id = "";

    private String name = "";

    private double raDeg;

    private double decDeg;

    private double eastEastArcsec2;

    private double northNorthArcsec2;

    private double eastNorthArcsec2;

    private double determinantArcsec4;

    private String positionOf = "";

    private double widestArcsec;

    private boolean doubtful;

    private @Nullable String mergedInto;

    XraySource source() {
        return new XraySource(
                id,
                name,
                new SkyPosition(raDeg, decDeg),
                new PositionCovariance(eastEastArcsec2, northNorthArcsec2, eastNorthArcsec2),
                positionOf,
                widestArcsec,
                doubtful);
    }

    Optional<String> mergedInto() {
        return Optional.ofNullable(mergedInto);
    }
}
