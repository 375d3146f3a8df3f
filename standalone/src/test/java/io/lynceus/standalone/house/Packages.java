package io.lynceus.standalone.house;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The packages of the main sources, read from the files.
final class Packages {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:static )?(io\\.lynceus\\.[a-z0-9_.]+)\\.[A-Z]");
    private static final Pattern FIRST_SENTENCE = Pattern.compile("(?s)^((?:///[^\\n]*\\n)+?)(?:///\\s*\\n|@|package)");

    private Packages() {}

    /// A package of one module.
    ///
    /// @param files without `package-info.java`
    /// @param purpose first sentence of its `package-info.java`
    /// @param uses packages of the same module that it imports from
    record Found(String module, String name, int files, String purpose, Set<String> uses) {}

    /// All packages, by module in the order of the build and then by name.
    static List<Found> all() {
        List<Found> all = new ArrayList<>();
        for (String module : Repository.modules()) {
            Path main = Repository.ROOT.resolve(module).resolve("src/main/java");
            Map<String, List<Path>> byName = new TreeMap<>();
            for (Path file : Repository.files(".java")) {
                if (file.startsWith(main)) {
                    byName.computeIfAbsent(nameOf(Repository.text(file)), _ -> new ArrayList<>())
                            .add(file);
                }
            }
            byName.forEach((name, files) -> all.add(found(module, name, files, byName.keySet())));
        }
        return all;
    }

    private static Found found(String module, String name, List<Path> files, Set<String> ofModule) {
        Set<String> uses = new TreeSet<>();
        String purpose = "";
        int count = 0;
        for (Path file : files) {
            String text = Repository.text(file);
            IMPORT.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .filter(used -> !used.equals(name) && ofModule.contains(used))
                    .forEach(uses::add);
            if (file.endsWith("package-info.java")) {
                purpose = firstSentence(text);
            } else {
                count++;
            }
        }
        return new Found(module, name, count, purpose, uses);
    }

    private static String nameOf(String text) {
        return PACKAGE.matcher(text)
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .orElse("");
    }

    private static String firstSentence(String text) {
        String comment = FIRST_SENTENCE
                .matcher(text)
                .results()
                .findFirst()
                .map((MatchResult found) -> found.group(1))
                .orElse("")
                .replaceAll("(?m)^///\\s?", "")
                .replace('\n', ' ')
                .strip();
        int end = comment.indexOf(". ");
        return end < 0 ? comment : comment.substring(0, end + 1);
    }

    /// Packages of one module that use each other in a circle, each circle once.
    static List<Set<String>> circles(List<Found> packages) {
        Map<String, Set<String>> uses = new TreeMap<>();
        packages.forEach(found -> uses.put(found.name(), found.uses()));
        List<Set<String>> circles = new ArrayList<>();
        for (String start : uses.keySet()) {
            Set<String> circle = new TreeSet<>();
            for (String other : uses.keySet()) {
                if (reaches(start, other, uses) && reaches(other, start, uses)) {
                    circle.add(other);
                }
            }
            if (circle.size() > 1 && !circles.contains(circle)) {
                circles.add(circle);
            }
        }
        return circles;
    }

    private static boolean reaches(String from, String to, Map<String, Set<String>> uses) {
        Set<String> seen = new TreeSet<>();
        List<String> next = new ArrayList<>(List.of(from));
        while (!next.isEmpty()) {
            String here = next.removeLast();
            if (here.equals(to)) {
                return true;
            }
            if (seen.add(here)) {
                next.addAll(uses.getOrDefault(here, Set.of()));
            }
        }
        return false;
    }
}
