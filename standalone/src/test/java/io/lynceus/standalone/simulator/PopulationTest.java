package io.lynceus.standalone.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.sky.EnergyBand;
import io.lynceus.sky.PowerLaw;
import io.lynceus.sky.SkyPosition;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PopulationTest {
    private static final int DRAWS = 4000;
    private static final List<Field> FIELDS = Field.draw(3000, Dice.of(2, "fields"));
    private final Dice dice = Dice.of(2, "objects");

    @Test
    void fluxRatiosLieWhereMaccacaroPutsThem() {
        assertEquals(0.1, median(ObjectClass.AGN, PopulationTest::logFluxRatio), 0.1);
        double stars = median(ObjectClass.STAR, PopulationTest::logFluxRatio);
        assertTrue(stars > -4.6 && stars < -0.6, () -> "stars " + stars);
    }

    @Test
    void starsAreNearAndMoveAndActiveGalaxiesDoNot() {
        assertTrue(median(ObjectClass.STAR, object -> object.light().parallaxMas()) > 1);
        assertTrue(median(ObjectClass.STAR, object -> object.light().motion().totalMasPerYr()) > 5);
        assertEquals(
                0, median(ObjectClass.AGN, object -> object.light().motion().totalMasPerYr()));
    }

    @Test
    void activeGalaxiesAreRedderInTheMidInfraredThanStars() {
        ToDoubleFunction<CelestialObject> colour = object ->
                object.light().photometry().w1() - object.light().photometry().w2();
        assertTrue(median(ObjectClass.AGN, colour) > 0.7);
        assertTrue(median(ObjectClass.STAR, colour) < 0.2);
    }

    @Test
    void binariesLieInThePlaneOrInTheDiscsOfNearbyGalaxies() {
        long inDisc = 0;
        long inGalaxies = 0;
        for (CelestialObject object : draw(ObjectClass.XRAY_BINARY).toList()) {
            SkyPosition position = object.light().position();
            if (object.kind().equals("XRB in a galaxy")) {
                inGalaxies++;
                inDisc += FIELDS.stream()
                                .flatMap(field -> field.galaxy().stream())
                                .anyMatch(galaxy ->
                                        galaxy.center().separationArcsec(position) < galaxy.diameterArcmin() / 2 * 60)
                        ? 1
                        : 0;
            } else {
                assertTrue(Math.abs(position.galactic().bDeg()) < 8.3);
            }
        }
        assertTrue(inDisc > 0.75 * inGalaxies, inDisc + " of " + inGalaxies + " in the disc");
    }

    @Test
    void fieldsAreApartAndOfEveryKind() {
        assertEquals(3, FIELDS.stream().map(Field::kind).distinct().count());
        for (Field one : FIELDS) {
            assertTrue(FIELDS.stream()
                    .filter(other -> other != one)
                    .allMatch(other -> other.center().separationArcsec(one.center()) > 2 * one.radiusArcsec()));
        }
    }

    @Test
    void withoutAbsorptionBandsShareTheFluxAsThePowerLawSays() {
        EnergyBand hard = new EnergyBand(2, 10);
        double factor = new Spectrum.AbsorbedPowerLaw(2, 0).factors(List.of(hard))[0];
        assertEquals(new PowerLaw(2).fluxFactor(Spectrum.REFERENCE, hard), factor, 1e-3);
    }

    @Test
    void absorptionTakesSoftPhotonsFirst() {
        List<EnergyBand> bands = List.of(new EnergyBand(0.5, 1), new EnergyBand(2, 7));
        double[] clear = new Spectrum.AbsorbedThermal(5, 1e20).factors(bands);
        double[] absorbed = new Spectrum.AbsorbedThermal(5, 1e22).factors(bands);
        assertTrue(absorbed[0] < 0.1 * clear[0] && absorbed[1] > clear[1]);
    }

    private static double logFluxRatio(CelestialObject object) {
        return Math.log10(object.fluxCgs()) + 5.37 + object.light().photometry().rp() / 2.5;
    }

    private double median(ObjectClass objectClass, ToDoubleFunction<CelestialObject> property) {
        return draw(objectClass)
                .mapToDouble(property)
                .sorted()
                .skip(DRAWS / 2)
                .findFirst()
                .orElseThrow();
    }

    private Stream<CelestialObject> draw(ObjectClass objectClass) {
        Population population = Population.of(objectClass);
        return Stream.generate(() -> {
                    FieldKind kind = objectClass.drawFieldKind(dice);
                    return population.draw(
                            dice.oneOf(FIELDS.stream()
                                    .filter(field -> field.kind() == kind)
                                    .toList()),
                            dice);
                })
                .limit(DRAWS);
    }
}
