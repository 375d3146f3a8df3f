package io.lynceus.crossmatch.surroundings;

import io.lynceus.crossmatch.catalogue.CatalogueEntry;
import io.lynceus.crossmatch.catalogue.CatalogueStatistics;
import io.lynceus.crossmatch.detection.ObservationEpoch;
import io.lynceus.sky.JulianEpoch;
import io.lynceus.sky.PositionCovariance;
import io.lynceus.sky.ProperMotion;
import io.lynceus.sky.SkyPosition;

/// A catalogue entry where it was when a detection was made.
///
/// @param position moved to the detection's epoch
/// @param covariance of that position: the entry's own, plus what the uncertainty of its motion and the spread of the
///     detection's epoch add
record EntryAtEpoch(SkyPosition position, PositionCovariance covariance) {
    /// Moves an entry along its proper motion.
    ///
    /// A motion that was not measured is zero with the catalogue's typical one as its error; one without an error
    /// gets the catalogue's typical error. An entry of unknown epoch stays where it is.
    static EntryAtEpoch of(CatalogueEntry entry, ObservationEpoch epoch, CatalogueStatistics typical) {
        PositionCovariance own = entry.error().covariance();
        if (entry.epoch().isEmpty()) {
            return new EntryAtEpoch(entry.position(), own);
        }
        JulianEpoch from = entry.epoch().get();
        ProperMotion motion = entry.motion()
                .map(measured -> new ProperMotion(
                        measured.east().value(),
                        measured.north().value(),
                        measured.east().error().orElse(typical.typicalMotionErrorMasPerYr()),
                        measured.north().error().orElse(typical.typicalMotionErrorMasPerYr())))
                .orElseGet(() -> ProperMotion.unknown(typical.typicalMotionMasPerYr()));
        return new EntryAtEpoch(
                motion.move(entry.position(), from, epoch.mean()),
                own.plus(motion.covariance(epoch.mean().year() - from.year(), epoch.spreadYears())));
    }

    /// The same place with a further, independent error.
    EntryAtEpoch blurredBy(PositionCovariance error) {
        return new EntryAtEpoch(position, covariance.plus(error));
    }
}
