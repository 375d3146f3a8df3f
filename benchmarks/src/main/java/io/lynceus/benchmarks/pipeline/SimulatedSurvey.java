package io.lynceus.benchmarks.pipeline;

import io.lynceus.crossmatch.files.CatalogueFolder;
import io.lynceus.crossmatch.files.importing.CatalogueImport;
import io.lynceus.standalone.simulator.Survey;
import io.lynceus.standalone.simulator.SurveyPlan;
import io.lynceus.standalone.suite.SuiteFolder;
import java.io.IOException;
import java.util.List;

/// A survey to load the suite with, its catalogues imported.
final class SimulatedSurvey {
    private static final double DETECTIONS_PER_SOURCE = 2.5;

    private SimulatedSurvey() {}

    /// @param folder of the suite, which does not run yet
    /// @return all detections, ready to be sent
    static List<PreparedDetection> prepare(SuiteFolder folder, int detections, long seed) throws IOException {
        Survey survey = Survey.draw(new SurveyPlan((int) (detections / DETECTIONS_PER_SOURCE), detections, seed));
        CatalogueImport catalogues = new CatalogueImport(new CatalogueFolder(folder.catalogues()));
        survey.writeCatalogues(folder.path().resolve("simulated"))
                .forEach(description -> catalogues.run(description, (_, _) -> {}));
        return survey.detections().stream()
                .map(simulated -> PreparedDetection.of(simulated.detection()))
                .toList();
    }
}
