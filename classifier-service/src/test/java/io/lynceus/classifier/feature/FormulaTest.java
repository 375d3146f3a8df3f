package io.lynceus.classifier.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.classifier.SyntheticSky;
import io.lynceus.classifier.fitting.TrainingTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {
    private static final Map<String, Double> VALUES = Map.of("x", 3.0, "y_2", -2.0, "zero", 0.0);

    private static double of(String text) {
        return new Formula(text).of(name -> VALUES.getOrDefault(name, Double.NaN));
    }

    @ParameterizedTest
    @CsvSource({
        "x - y_2 - 1, 4",
        "x + y_2 * 2, -1",
        "(x + y_2) * 2, 2",
        "-x / -y_2 / 3, -0.5",
        "log10(1e3) + abs(y_2), 5",
        "2.5*log10( x/3 ), 0",
        "-(x), -3"
    })
    void arithmeticIsAsInMathematics(String text, double expected) {
        assertEquals(expected, of(text), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x + missing", "log10(y_2)", "x / zero", "log10(zero)"})
    void aMissingInputOrNoFiniteNumberMakesTheFeatureMissing(String text) {
        assertTrue(Double.isNaN(of(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x +", "(x", "x y_2", "sin(x)", "x ; y", "1.2.3", ")"})
    void whatIsNoFormulaIsRefusedWhenItIsRead(String text) {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new Formula(text))
                .getMessage()
                .contains("'" + text + "'"));
    }

    @Test
    void aFeatureThatFollowsFromOthersIsTheSameInTrainingAndInService() {
        FeatureDefinition sum = new FeatureDefinition(
                "sum", PropertyCategory.COUNTERPARTS, "dex", Optional.of(new Formula("log_fx_fb + log_fx_fw1")));
        FeatureSet set = FeatureSet.standard().plus(List.of(sum), List.of("sum:hardness_ratio_1"));
        TrainingTable table = SyntheticSky.table(20, 1).of(set);
        int column = table.features().indexOf("sum");
        TrainingTable inputs = table.select(List.of("log_fx_fb", "log_fx_fw1"));
        for (int row = 0; row < 20; row++) {
            double first = inputs.value(row, 0);
            double second = inputs.value(row, 1);
            assertEquals(first + second, table.value(row, column));
            if (!Double.isNaN(first + second)) {
                assertEquals(
                        first + second, sum.of(new FeatureVector(Map.of("log_fx_fb", first, "log_fx_fw1", second))));
            }
        }
        assertEquals(sum, set.pairs().getLast().first());
        assertThrows(IllegalArgumentException.class, () -> set.plus(List.of(sum), List.of()));
    }
}
