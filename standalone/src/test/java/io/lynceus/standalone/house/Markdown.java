package io.lynceus.standalone.house;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A Markdown document as the tests need it: its links, headings, tables and fenced snippets.
record Markdown(Path file, String text) {
    private static final Pattern FENCE = Pattern.compile("(?ms)^```([^\\n]*)\\n(.*?)^```\\s*$");
    private static final Pattern LINK = Pattern.compile("\\[[^]]*]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");
    private static final Pattern INLINE_CODE = Pattern.compile("`[^`\\n]*`");

    /// A fenced snippet: what stands behind the back ticks, and what between them.
    record Fence(String info, String content) {}

    static Markdown read(Path file) {
        return new Markdown(file, Repository.text(file));
    }

    List<Fence> fences() {
        return FENCE.matcher(text)
                .results()
                .map(fence -> new Fence(fence.group(1).strip(), fence.group(2)))
                .toList();
    }

    private String prose() {
        return FENCE.matcher(text).replaceAll("");
    }

    List<String> links() {
        return LINK.matcher(INLINE_CODE.matcher(prose()).replaceAll(""))
                .results()
                .map(link -> link.group(1))
                .toList();
    }

    /// What a link to a heading ends in, as GitHub makes it.
    List<String> anchors() {
        return HEADING.matcher(prose())
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase()
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-'))
                .toList();
    }

    /// The table whose header begins with these columns, a map from column to cell for each row; back ticks are taken
    /// off cells.
    List<Map<String, String>> table(String... columns) {
        List<String> lines = prose().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).startsWith("|")) {
                continue;
            }
            List<String> header = cells(lines.get(i));
            if (header.size() >= columns.length
                    && header.subList(0, columns.length).equals(Arrays.asList(columns))) {
                return rows(header, lines.subList(i + 2, lines.size()));
            }
        }
        throw new AssertionError(Repository.name(file) + " has no table " + Arrays.toString(columns));
    }

    private static List<Map<String, String>> rows(List<String> header, List<String> lines) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines) {
            if (!line.startsWith("|")) {
                break;
            }
            List<String> cells = cells(line);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < header.size(); i++) {
                row.put(header.get(i), cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<String> cells(String line) {
        String inner = line.strip().substring(1, line.strip().length() - 1);
        return Arrays.stream(inner.split("\\|", -1))
                .map(cell -> cell.strip().replaceAll("^`([^`]*)`$", "$1"))
                .toList();
    }
}
