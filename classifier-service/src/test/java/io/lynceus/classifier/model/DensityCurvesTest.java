package io.lynceus.classifier.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.classifier.ModelCatalogue;
import io.lynceus.classifier.files.ModelFolder;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DensityCurvesTest {
    private static Model shipped(String name) {
        ModelCatalogue models = new ModelFolder(List.of(name), Optional.empty());
        return models.classifier(models.resolve(name)).orElseThrow().model();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csc2", "csc2-paper", "demo"})
    void everyClassHasACurveOfEveryFeatureOnItsGrid(String name) {
        Model model = shipped(name);
        List<DensityCurves> all = DensityCurves.of(model);
        assertEquals(model.features(), all.stream().map(DensityCurves::feature).toList());
        for (DensityCurves curves : all) {
            assertEquals(model.taxonomy().size(), curves.densities().size());
            for (List<Double> densities : curves.densities()) {
                assertEquals(curves.grid().size(), densities.size());
                assertTrue(densities.stream().allMatch(density -> density > 0));
            }
            assertTrue(IntStream.range(1, curves.grid().size())
                    .allMatch(i -> curves.grid().get(i - 1) < curves.grid().get(i)));
        }
    }
}
