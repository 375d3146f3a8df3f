package io.lynceus.standalone.training;

import com.fasterxml.jackson.databind.JsonNode;
import io.lynceus.standalone.suite.Service;
import io.lynceus.standalone.suite.ServiceClient;
import io.lynceus.standalone.suite.SuiteOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `lynceus model rollback`: takes back the last activation in a running suite.
@Command(
        name = "rollback",
        description = {
            "Activate the previous models again, and reclassify all detections.",
            "A second rollback undoes the first."
        })
final class RollbackCommand implements Callable<Integer> {
    @Mixin
    private SuiteOptions suite = new SuiteOptions();

    @Override
    public Integer call() {
        JsonNode activation = new ServiceClient(suite.settings().ports())
                .post(Service.CLASSIFIER, "/activations/rollback", new byte[0]);
        System.out.println("activation " + activation);
        return 0;
    }
}
