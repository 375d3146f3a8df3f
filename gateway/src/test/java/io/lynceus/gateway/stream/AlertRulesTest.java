package io.lynceus.gateway.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lynceus.gateway.stream.AlertRules.Facts;
import io.lynceus.gateway.stream.AlertRules.InGalaxy;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlertRulesTest {
    private static final AlertRules RULES = new AlertRules(0.01, 1, 39, 3);
    private static final InGalaxy OFF_NUCLEUS = new InGalaxy(20, 2);
    private static final InGalaxy NUCLEUS = new InGalaxy(2.5, 2);

    private static Facts facts(
            double falseAlarm, double longTermRatio, double logLuminosity, double photonIndex, InGalaxy host) {
        return new Facts(
                OptionalDouble.of(falseAlarm),
                OptionalDouble.of(longTermRatio),
                OptionalDouble.of(logLuminosity),
                OptionalDouble.of(photonIndex),
                Optional.ofNullable(host),
                Optional.empty());
    }

    @Test
    void whatIsNotKnownRaisesNoAlert() {
        assertEquals(
                Set.of(),
                RULES.of(new Facts(
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        Optional.of(OFF_NUCLEUS),
                        Optional.empty())));
    }

    @Test
    void outlierIsAsUnusualAsTheShareOfItsClass() {
        assertEquals(Set.of(Alert.OUTLIER), RULES.of(facts(0.01, 0, 30, 2, null)));
        assertEquals(Set.of(), RULES.of(facts(0.011, 0, 30, 2, null)));
    }

    @Test
    void variableSourceHasChangedByTheRatio() {
        assertEquals(Set.of(Alert.VARIABLE), RULES.of(facts(1, 1, 30, 2, null)));
        assertEquals(Set.of(), RULES.of(facts(1, 0.99, 30, 2, null)));
    }

    @Test
    void ulxIsLuminousAndOffTheNucleusOfAGalaxy() {
        assertEquals(Set.of(Alert.ULX), RULES.of(facts(1, 0, 39, 2, OFF_NUCLEUS)));
        assertEquals(Set.of(), RULES.of(facts(1, 0, 38.9, 2, OFF_NUCLEUS)));
        assertEquals(Set.of(), RULES.of(facts(1, 0, 39, 2, NUCLEUS)));
        assertEquals(Set.of(), RULES.of(facts(1, 0, 39, 2, null)));
    }

    @Test
    void whatIsKnownAsAnAgnIsNoUlx() {
        Facts luminous = facts(1, 0, 40, 2, OFF_NUCLEUS);
        assertEquals(Set.of(), RULES.of(known(luminous, "AGN")));
        assertEquals(Set.of(Alert.ULX), RULES.of(known(luminous, "XRB")));
    }

    @Test
    void tidalDisruptionIsASoftOutburstInTheNucleus() {
        assertEquals(Set.of(Alert.VARIABLE, Alert.TDE), RULES.of(facts(1, 1.2, 43, 3, NUCLEUS)));
        assertEquals(Set.of(Alert.VARIABLE), RULES.of(facts(1, 1.2, 43, 2.9, NUCLEUS)));
        assertEquals(Set.of(), RULES.of(facts(1, 0.2, 43, 3, NUCLEUS)));
        assertEquals(Set.of(Alert.VARIABLE, Alert.ULX), RULES.of(facts(1, 1.2, 43, 3, OFF_NUCLEUS)));
    }

    @Test
    void impossibleBoundsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new AlertRules(0, 1, 39, 3));
        assertThrows(IllegalArgumentException.class, () -> new AlertRules(0.01, 0, 39, 3));
    }

    private static Facts known(Facts facts, String sourceClass) {
        return new Facts(
                facts.outlierFalseAlarm(),
                facts.longTermRatio(),
                facts.logLuminosity(),
                facts.photonIndex(),
                facts.host(),
                Optional.of(sourceClass));
    }
}
