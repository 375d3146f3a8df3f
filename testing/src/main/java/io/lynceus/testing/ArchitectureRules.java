package io.lynceus.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The shape every service keeps (conventions, section 1). A service proves it with one small test:
///
/// ```java
/// class ArchitectureTest extends ArchitectureRules {
///     ArchitectureTest() {
///         super("io.lynceus.classifier", "model", "scoring", "fitting");
///     }
/// }
/// ```
///
/// A package is either part of the domain or of an adapter. An adapter's package has one of the names in [#ADAPTERS]
/// below the root (`classifier.rest`) or below a domain package (`gateway.surveys.rest`). All others are the domain,
/// and stand in the order that the test gives.
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // reading the classes takes longer than all rules
public abstract class ArchitectureRules {

    /// Names of an adapter's package: what it touches.
    private static final List<String> ADAPTERS =
            List.of("messaging", "storage", "rest", "config", "files", "services", "schedule");

    private static final int MOST_FILES = 30;

    private static final String[] NOT_IN_A_DOMAIN = {
        "jakarta..",
        "io.quarkus..",
        "io.smallrye..",
        "io.vertx..",
        "org.eclipse.microprofile..",
        "org.apache.kafka..",
        "com.fasterxml..",
        "java.sql..",
        "javax.sql..",
        "java.net..",
        "java.nio.file..",
        "io.lynceus.contracts..",
        "io.lynceus.runtime.."
    };

    /// JSON as the bytes that were received: a domain may pass it on, and cannot look into it.
    private static final String OPAQUE_JSON = "io.lynceus.contracts.RawJson";

    private final String root;
    private final List<String> domain;
    private final JavaClasses classes;

    /// @param root package of the service; it comes last in the order of the domain
    /// @param order the domain's other packages below the root: each may use those before it, none those after it
    protected ArchitectureRules(String root, String... order) {
        this.root = root;
        this.domain = Stream.concat(Stream.of(order).map(name -> root + "." + name), Stream.of(root))
                .toList();
        this.classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
    }

    @Test
    void domainIsPlainJava() {
        check(noClasses()
                .that()
                .resideInAnyPackage(domain.toArray(String[]::new))
                .should()
                .dependOnClassesThat(resideInAnyPackage(NOT_IN_A_DOMAIN).and(not(name(OPAQUE_JSON)))));
    }

    @Test
    void domainHasNoClockAndNoRandomness() {
        check(noClasses()
                .that()
                .resideInAnyPackage(domain.toArray(String[]::new))
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callConstructor(Random.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocalRandom.class));
    }

    @Test
    void domainDoesNotUseItsAdapters() {
        check(noClasses()
                .that()
                .resideInAnyPackage(domain.toArray(String[]::new))
                .should()
                .dependOnClassesThat(adapter(ADAPTERS)));
    }

    @Test
    void domainPackagesUseOnlyThoseBeforeThem() {
        for (int i = 0; i < domain.size(); i++) {
            List<String> later = domain.subList(i + 1, domain.size());
            check(noClasses()
                    .that()
                    .resideInAPackage(domain.get(i))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later.toArray(String[]::new))
                    .because("the domain's packages stand in the order " + domain
                            + ": each may use those before it. Move the class down, or what it needs up"));
        }
    }

    @Test
    void everyPackageIsOfTheDomainOrAnAdapter() {
        List<String> others = packages().stream()
                .filter(name -> adapterName(name).isEmpty() && !domain.contains(name))
                .toList();
        assertEquals(
                List.of(),
                others,
                "packages that are neither in the order " + domain + " of ArchitectureTest nor named as one of the"
                        + " adapters " + ADAPTERS);
        List<String> missing =
                domain.stream().filter(name -> !packages().contains(name)).toList();
        assertEquals(List.of(), missing, "packages in the order of ArchitectureTest that do not exist");
    }

    /// `config` is exempt: it tells the others what was configured.
    @Test
    void adaptersDoNotUseEachOther() {
        for (String adapter : ADAPTERS) {
            List<String> others = ADAPTERS.stream()
                    .filter(other -> !other.equals(adapter) && !other.equals("config"))
                    .toList();
            if (!adapter.equals("config")) {
                check(noClasses()
                        .that(adapter(List.of(adapter)))
                        .should()
                        .dependOnClassesThat(adapter(others))
                        .because("an adapter uses the domain; what two adapters share belongs there"));
            }
        }
    }

    @Test
    void noPackageHoldsMoreThanAReaderTakesIn() {
        Map<String, Long> files = classes.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(type -> type.getPackageName(), TreeMap::new, Collectors.counting()));
        files.values().removeIf(count -> count <= MOST_FILES);
        assertEquals(Map.of(), files, "packages of more than " + MOST_FILES + " files: divide them by what they hold");
    }

    @Test
    void noPackagesUseEachOtherInACircle() {
        check(slices().matching(root + ".(**)").should().beFreeOfCycles());
    }

    @Test
    void wireRecordsStayInMessagingAndRest() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("..messaging..", "..rest..", "..services..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.lynceus.contracts..")
                        .and(not(name(OPAQUE_JSON)))
                        .and(not(simpleName("LynceusVersion")))));
    }

    @Test
    void serviceUsesNoOtherService() {
        check(noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("io.lynceus..")
                        .and(resideOutsideOfPackages(
                                root + "..",
                                "io.lynceus.contracts..",
                                "io.lynceus.sky..",
                                "io.lynceus.tables..",
                                "io.lynceus.runtime.."))));
    }

    @Test
    void namesSayWhatTheThingIs() {
        check(noClasses().should().haveNameMatching(".*(Impl|Manager|Utils?|Helper)"));
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() {
        List<String> bare = classes.stream()
                .map(type -> type.getPackage())
                .distinct()
                .filter(found -> !isNullMarked(found))
                .map(JavaPackage::getName)
                .toList();
        assertEquals(List.of(), bare, "packages without a @NullMarked package-info.java");
    }

    private Set<String> packages() {
        return classes.stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(type -> type.getPackageName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The first part of the name below the root that names an adapter.
    private Optional<String> adapterName(String packageName) {
        return Stream.of(packageName.substring(root.length()).split("\\."))
                .filter(ADAPTERS::contains)
                .findFirst();
    }

    private DescribedPredicate<JavaClass> adapter(List<String> names) {
        return DescribedPredicate.describe(
                "are in an adapter " + names,
                type -> type.getPackageName().startsWith(root)
                        && adapterName(type.getPackageName())
                                .filter(names::contains)
                                .isPresent());
    }

    private static boolean isNullMarked(JavaPackage found) {
        return found.tryGetPackageInfo()
                .filter(info -> info.isAnnotatedWith(NullMarked.class))
                .isPresent();
    }

    private void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(classes);
    }
}
