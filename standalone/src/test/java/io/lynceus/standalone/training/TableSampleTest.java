package io.lynceus.standalone.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lynceus.classifier.feature.FeatureSet;
import io.lynceus.classifier.fitting.TrainingTable;
import io.lynceus.classifier.model.Taxonomy;
import io.lynceus.feature.config.RulesFile;
import io.lynceus.feature.features.FeatureExtractor;
import io.lynceus.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableSampleTest {
    private static final String HEADER =
            "name,ra,dec,pu95,S_N,Fs,e_Fs,Fm,e_Fm,Fh,e_Fh,P_intra,P_inter,Gmag,BPmag,RPmag,Jmag,Hmag,Kmag,W1mag,W2mag,W3mag,plx,e_plx,pm,class\n";

    private final TableSample tables = new TableSample(new FeatureExtractor(RulesFile.shipped()), HostGalaxies.NONE);

    @Test
    void featuresComeFromTheFeatureServicesOwnCode(@TempDir Path folder) throws IOException {
        Path table = Files.writeString(
                folder.resolve("labelled.csv"),
                HEADER + "a,10,20,1,9,1e-14,1e-15,2e-14,1e-15,4e-14,2e-15,0.5,,17,17.5,16.5,,,,15,14,,,,12,AGN\n"
                        + "b,10,20,1,9,1e-14,1e-15,2e-14,1e-15,4e-14,2e-15,0.5,,17,17.5,16.5,,,,15,14,,,,12,\n");
        List<String> bad = new ArrayList<>();
        LabelledSample sample = tables.read(table, Optional.empty(), (reason, line) -> bad.add(line + ": " + reason));

        LabelledSource source = sample.sources().getFirst();
        assertEquals("AGN", source.sourceClass());
        assertEquals("a", source.name());
        assertEquals(1.0 / 3, value(source, "hardness_ratio_1"), 1e-12);
        // log10(7e-14) + 5.37 + 16.5 / 2.5, Maccacaro et al. 1988
        assertEquals(-1.1849, value(source, "log_fx_fr"), 1e-4);
        assertEquals(Math.log10(12), value(source, "proper_motion_log10"), 1e-12);
        assertEquals(1, value(source, "colour_w1_w2"), 1e-12);
        assertEquals(List.of("3: class is missing: column class is blank"), bad);
        assertEquals(1, sample.refused());
    }

    @Test
    void everyRowOfTheSharedSampleIsUsedAndOtherClassesAreLeftOut() throws IOException {
        LabelledSample sample =
                tables.read(SharedData.require("csc_features.csv"), Optional.empty(), (reason, line) -> {});
        assertEquals(3744, sample.sources().size());
        TrainingTable used = sample.table(FeatureSet.standard()).of(Taxonomy.FOUR_CLASSES);
        assertEquals(Map.of("AGN", 1389, "Star", 899, "XRB", 83, "CV", 110), used.counts());
    }

    private static double value(LabelledSource source, String feature) {
        return source.features().value(feature).orElse(Double.NaN);
    }
}
