package io.lynceus.standalone.house;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The settings that a service reads, found in its sources.
final class ServiceSettings {
    /// Settings of Quarkus and Kafka that need no mention in a service to be read.
    private static final Set<String> BUILT_IN =
            Set.of("quarkus.datasource.password", "quarkus.http.host", "quarkus.http.port", "kafka.bootstrap.servers");

    private static final Pattern MAPPING = Pattern.compile(
            "@ConfigMapping\\(prefix = \"([^\"]+)\"\\)\\s*(?:public )?interface \\w+ \\{(.*)\\n}", Pattern.DOTALL);
    private static final Pattern MEMBER = Pattern.compile("(?m)^ {4}[\\w<>?. ]+ (\\w+)\\(\\);");
    private static final Pattern PROPERTY = Pattern.compile("@ConfigProperty\\(\\s*name = \"([^\"]+)\"");
    private static final Pattern REST_CLIENT = Pattern.compile("configKey = \"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("(?m)^%?([\\w.\\-\"]+)=");

    private ServiceSettings() {}

    /// Names of the environment variables that a module reads.
    static Set<String> variables(String module) {
        return settings(module).stream().map(ServiceSettings::variable).collect(Collectors.toSet());
    }

    private static Set<String> settings(String module) {
        Set<String> settings = new HashSet<>(BUILT_IN);
        Stream.of(module, "runtime").forEach(name -> {
            Path main = Repository.ROOT.resolve(name).resolve("src/main");
            Repository.files(".properties").stream()
                    .filter(file -> file.startsWith(main))
                    .forEach(file -> settings.addAll(found(KEY, Repository.text(file))));
            Repository.files(".java").stream()
                    .filter(file -> file.startsWith(main))
                    .forEach(file -> {
                        String source = Repository.text(file);
                        settings.addAll(found(PROPERTY, source));
                        found(REST_CLIENT, source).forEach(key -> settings.add("quarkus.rest-client." + key + ".url"));
                        MAPPING.matcher(source).results().forEach(mapping -> found(MEMBER, mapping.group(2))
                                .forEach(member -> settings.add(mapping.group(1) + "." + kebab(member))));
                    });
        });
        return settings;
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    private static String kebab(String member) {
        return member.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /// Source: MicroProfile Config 3.1, section 5.3.
    private static String variable(String setting) {
        return setting.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
