package io.lynceus.standalone.training;

import com.fasterxml.jackson.databind.JsonNode;
import io.lynceus.contracts.Wire;
import io.lynceus.standalone.suite.Service;
import io.lynceus.standalone.suite.ServiceClient;
import io.lynceus.standalone.suite.SuiteOptions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `lynceus model activate`: tells a running suite which models classify.
@Command(
        name = "activate",
        description = "Make models classify in the running suite: the first that serves a detection's mission does.")
final class ActivateCommand implements Callable<Integer> {
    @Mixin
    private SuiteOptions suite = new SuiteOptions();

    @Parameters(arity = "1..*", paramLabel = "MODEL", description = "NAME or NAME/VERSION.")
    private List<String> models = List.of();

    @Override
    public Integer call() {
        JsonNode activation = new ServiceClient(suite.settings().ports())
                .post(Service.GATEWAY, "/api/v1/activations", Wire.write(Map.of("models", models)));
        System.out.println("activation " + activation);
        return 0;
    }
}
