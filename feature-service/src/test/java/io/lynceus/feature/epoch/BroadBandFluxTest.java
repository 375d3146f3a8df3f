package io.lynceus.feature.epoch;

import static io.lynceus.feature.epoch.EpochBuilder.epoch;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lynceus.sky.EnergyBand;
import io.lynceus.sky.PowerLaw;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Expected numbers: src/test/reference/features.py.
class BroadBandFluxTest {
    private static final EnergyBand CHANDRA = new EnergyBand(0.5, 7);

    @Test
    void bandsThatTileTheTargetGiveTheirSumWithErrorsInQuadrature() {
        Measurement flux = flux(
                CHANDRA,
                epoch("a").flux(2, 7, 6e-14, 4e-15).flux(0.5, 1.2, 4e-14, 0).flux(1.2, 2, 2e-14, 3e-15));

        assertEquals(12e-14, flux.value(), 1e-26);
        assertEquals(5e-15, flux.error().orElseThrow(), 1e-26);
    }

    @Test
    void aMissingBandIsFilledByThePowerLaw() {
        Measurement flux = flux(CHANDRA, epoch("a").flux(0.5, 1.2, 4e-14, 0).flux(2, 7, 6e-14, 0));

        assertEquals(1.2171320704607296e-13, flux.value(), 1e-21);
    }

    @Test
    void overlappingBandsAreNotCountedTwice() {
        EpochBuilder withBroad =
                epoch("a").flux(0.5, 7, 11e-14, 0).flux(0.5, 1.2, 4e-14, 0).flux(1.2, 2, 2e-14, 0);

        assertEquals(11e-14, flux(CHANDRA, withBroad).value(), 1e-26);
        assertEquals(12e-14, flux(CHANDRA, withBroad.flux(2, 7, 6e-14, 0)).value(), 1e-26);
    }

    @Test
    void aLimitBesideAFluxIsZeroWithItsError() {
        Measurement flux = flux(CHANDRA, epoch("a").flux(0.5, 2, 4e-14, 0).limit(2, 7, 3e-14));

        assertEquals(4e-14, flux.value(), 1e-26);
        assertEquals(1e-14, flux.error().orElseThrow(), 2e-16);
    }

    @Test
    void aMeasuredBroadBandWinsOverLimitsInItsParts() {
        Measurement flux = flux(
                CHANDRA,
                epoch("a").flux(0.5, 7, 4e-14, 1e-14).limit(0.5, 2, 3e-14).limit(2, 7, 3e-14));

        assertEquals(4e-14, flux.value(), 1e-26);
    }

    @Test
    void limitsAloneAddUpToALimit() {
        Optional<Photometry> limit =
                photometry(CHANDRA, epoch("a").limit(0.5, 2, 1e-14).limit(2, 7, 3e-14));

        Photometry.UpperLimit upper = (Photometry.UpperLimit) limit.orElseThrow();
        assertEquals(4e-14, upper.cgs(), 1e-26);
        assertEquals(0.997, upper.confidence());
    }

    @Test
    void aFluxMovesBetweenBandsWithThePowerLaw() {
        List<BandPhotometry> bands = epoch("a").flux(0.2, 12, 1, 0).build().bands();

        assertEquals(0.6579013862631166, cgs(BroadBandFlux.in(CHANDRA, bands, new PowerLaw(1.7))), 1e-8);
        assertEquals(0.6445616116350936, cgs(BroadBandFlux.in(CHANDRA, bands, new PowerLaw(2))), 1e-8);
    }

    @Test
    void noBandGivesNoFlux() {
        assertEquals(Optional.empty(), photometry(CHANDRA, epoch("a")));
    }

    private static Measurement flux(EnergyBand target, EpochBuilder epoch) {
        return photometry(target, epoch).orElseThrow().asFlux();
    }

    private static Optional<Photometry> photometry(EnergyBand target, EpochBuilder epoch) {
        return BroadBandFlux.in(target, epoch.build().bands(), PowerLaw.TYPICAL);
    }

    private static double cgs(Optional<Photometry> photometry) {
        return photometry.orElseThrow().asFlux().value();
    }
}
