package io.lynceus.crossmatch.catalogue;

import io.lynceus.crossmatch.detection.Require;
import io.lynceus.sky.ErrorEllipse;
import io.lynceus.sky.JulianEpoch;
import io.lynceus.sky.SkyPosition;
import java.util.Map;
import java.util.Optional;

/// One row of a reference catalogue.
///
/// @param id name of the object within its catalogue
/// @param type the catalogue's own type of the object; empty: not given
/// @param position at `epoch`
/// @param error of the position, at any containment
/// @param epoch of the position; empty: not known, and the object is taken not to move
/// @param motion empty: not measured
/// @param parallax [mas]; empty: not measured
/// @param magnitudes by band, Vega or as the catalogue gives them [mag]; only the measured ones
/// @param disc optical extent, of a galaxy only
public record CatalogueEntry(
        String id,
        Optional<String> type,
        SkyPosition position,
        ErrorEllipse error,
        Optional<JulianEpoch> epoch,
        Optional<CatalogueMotion> motion,
        Optional<Measurement> parallax,
        Map<String, Double> magnitudes,
        Optional<GalaxyDisc> disc) {
    public CatalogueEntry {
        Require.text("id of a catalogue entry", id);
        magnitudes = Map.copyOf(magnitudes);
    }
}
