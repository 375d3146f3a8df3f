package io.lynceus.standalone.suite;

import io.lynceus.engines.Child;
import io.lynceus.engines.ChildCommand;
import io.lynceus.engines.ChildCommand.StopSignal;
import io.lynceus.engines.ChildJvm;
import io.lynceus.engines.Engine;
import io.lynceus.engines.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// One Quarkus service in a JVM of its own.
final class ServiceProcess implements Engine {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(120);

    private final Child child;
    private final int port;

    private ServiceProcess(Child child, int port) {
        this.child = child;
        this.port = port;
    }

    /// Starts the service and returns once it answers at `/q/health/live`.
    ///
    /// @param environment its settings, except the port
    static ServiceProcess start(Service service, SuiteSettings settings, Map<String, String> environment) {
        Path program = service.program(settings.root());
        SuiteFolder folder = settings.folder();
        int port = settings.ports().of(service);
        Child.reapLeftover(folder.run(), service.shortName());
        Ports.requireFree(port, service.shortName());
        List<String> line = ChildJvm.line(service.shortName(), folder.run(), settings.serviceHeapMegabytes());
        line.addAll(List.of(
                "-XX:+ExitOnOutOfMemoryError",
                "-Dlynceus.run=" + folder.run(),
                "-Dquarkus.http.port=" + port,
                "-jar",
                program.toString()));
        Child child = Child.start(new ChildCommand(
                service.shortName(),
                line,
                environment,
                folder.log(service.shortName()),
                folder.run(),
                false,
                StopSignal.TERM));
        HealthProbe live = new HealthProbe(port, "/q/health/live");
        child.awaitReady(live::isUp, ANSWER_LIMIT);
        return new ServiceProcess(child, port);
    }

    @Override
    public long pid() {
        return child.pid();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public CompletableFuture<Integer> onExit() {
        return child.onExit();
    }

    @Override
    public void kill() {
        child.kill();
    }

    @Override
    public void close() {
        child.close();
    }
}
