package io.lynceus.engines;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// A JVM that starts both engines, writes down their process ids, and waits to be killed.
final class EnginesParent {

    private EnginesParent() {}

    static void main(String[] args) throws Exception {
        Path data = Path.of(args[0]);
        Path pids = Path.of(args[1]);
        List<Integer> ports = Ports.free(3);
        KafkaEngine kafka =
                KafkaEngine.start(data.resolve("kafka"), data.resolve("kafka.log"), ports.get(0), ports.get(1));
        PostgresEngine postgres =
                PostgresEngine.start(data.resolve("postgres"), data.resolve("postgres.log"), ports.get(2));
        Path written = pids.resolveSibling("pids-being-written");
        Files.writeString(written, kafka.pid() + "\n" + postgres.pid() + "\n");
        Files.move(written, pids, StandardCopyOption.ATOMIC_MOVE);
        new CountDownLatch(1).await();
    }
}
