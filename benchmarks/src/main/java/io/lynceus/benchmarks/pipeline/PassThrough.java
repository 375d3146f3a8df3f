package io.lynceus.benchmarks.pipeline;

import io.lynceus.contracts.Topic;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/// A pipeline with the hops of the suite that only passes bytes through: the cost of Kafka and three JVMs alone.
final class PassThrough implements AutoCloseable {
    /// The real topics whose bytes each hop sends.
    private static final List<Topic> HOPS =
            List.of(Topic.ENHANCED_DETECTIONS, Topic.FEATURED_DETECTIONS, Topic.CLASSIFICATIONS);

    private final List<Process> hops = new ArrayList<>();

    /// @param heapMegabytes heap limit of each hop [MB], that of the services
    PassThrough(String bootstrapServers, int heapMegabytes)
            throws IOException, InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            admin.createTopics(IntStream.rangeClosed(0, HOPS.size())
                            .mapToObj(i -> new NewTopic(topic(i), Topic.PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
        for (int i = 0; i < HOPS.size(); i++) {
            hops.add(start(
                    heapMegabytes,
                    bootstrapServers,
                    topic(i),
                    topic(i + 1),
                    HOPS.get(i).topicName()));
        }
    }

    private static String topic(int place) {
        return "pass-through-" + place;
    }

    String entrance() {
        return topic(0);
    }

    String exit() {
        return topic(HOPS.size());
    }

    private static Process start(int heapMegabytes, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                PassThroughHop.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(Redirect.DISCARD).redirectError(Redirect.INHERIT);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder.start();
    }

    @Override
    public void close() {
        hops.forEach(Process::destroy);
        hops.forEach(hop -> hop.onExit().join());
    }
}
