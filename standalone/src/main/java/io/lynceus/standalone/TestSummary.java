package io.lynceus.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// Adds up the test reports of all modules, and names each test that was skipped with its reason.
///
/// The start script runs this file as a program of its own, so it uses the JDK alone.
final class TestSummary {

    private record Skipped(String test, String reason) {}

    private record Report(int run, int failures, int errors, List<Skipped> skipped) {}

    private TestSummary() {}

    /// Arguments: root of the repository, a file; reports older than the file are those of an earlier run.
    static void main(String[] args) throws Exception {
        Path root = Path.of(args[0]);
        long started = Files.getLastModifiedTime(Path.of(args[1])).toMillis();
        List<Report> reports;
        try (Stream<Path> modules = Files.list(root)) {
            reports = modules.map(module -> module.resolve("target/surefire-reports"))
                    .filter(Files::isDirectory)
                    .flatMap(TestSummary::files)
                    .filter(file -> file.toFile().lastModified() >= started)
                    .map(TestSummary::read)
                    .toList();
        }
        List<Skipped> skipped =
                reports.stream().flatMap(report -> report.skipped().stream()).toList();
        skipped.forEach(test -> System.out.println("Skipped: " + test.test() + " - " + test.reason()));
        int failures = reports.stream().mapToInt(Report::failures).sum();
        int errors = reports.stream().mapToInt(Report::errors).sum();
        System.out.printf(
                "Tests run: %d, Failures: %d, Errors: %d, Skipped: %d%n",
                reports.stream().mapToInt(Report::run).sum(), failures, errors, skipped.size());
        System.exit(failures + errors == 0 ? 0 : 1);
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Report read(Path file) {
        try {
            Element suite = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement();
            NodeList skipped = suite.getElementsByTagName("skipped");
            return new Report(
                    number(suite, "tests"),
                    number(suite, "failures"),
                    number(suite, "errors"),
                    IntStream.range(0, skipped.getLength())
                            .mapToObj(i -> skipped((Element) skipped.item(i)))
                            .toList());
        } catch (Exception e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }

    private static Skipped skipped(Element skipped) {
        Element test = (Element) skipped.getParentNode();
        String message = skipped.getAttribute("message");
        return new Skipped(
                test.getAttribute("classname") + "." + test.getAttribute("name"),
                message.isEmpty() ? "no reason given" : message.replace("Assumption failed: ", ""));
    }

    private static int number(Element suite, String attribute) {
        return Integer.parseInt(suite.getAttribute(attribute));
    }
}
