package io.lynceus.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The shape every service keeps (conventions, section 1). A service proves it with one small test:
///
/// ```java
/// class ArchitectureTest extends ArchitectureRules {
///     ArchitectureTest() {
///         super("io.lynceus.labels");
///     }
/// }
/// ```
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // reading the classes takes longer than all rules
public abstract class ArchitectureRules {

    /// Sub-packages an adapter may live in, named by what it touches.
    private static final List<String> ADAPTERS = List.of("messaging", "storage", "rest", "config", "files", "services");

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

    private final String root;
    private final List<String> kernels;
    private final String[] domain;
    private final JavaClasses classes;

    /// @param root package of the service, which is its domain
    /// @param kernels sub-packages that are part of the domain, and know nothing of the rest of it
    protected ArchitectureRules(String root, String... kernels) {
        this.root = root;
        this.kernels = List.of(kernels);
        this.domain = Stream.concat(Stream.of(root), this.kernels.stream().map(kernel -> root + "." + kernel))
                .toArray(String[]::new);
        this.classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
    }

    @Test
    void domainIsPlainJava() {
        check(noClasses()
                .that()
                .resideInAnyPackage(domain)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(NOT_IN_A_DOMAIN));
    }

    @Test
    void domainHasNoClockAndNoRandomness() {
        check(noClasses()
                .that()
                .resideInAnyPackage(domain)
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
                .resideInAnyPackage(domain)
                .should()
                .dependOnClassesThat(resideInAPackage(root + ".*..").and(resideOutsideOfPackages(domain))));
    }

    @Test
    void kernelsKnowNothingOfTheRestOfTheDomain() {
        for (String kernel : kernels) {
            String own = root + "." + kernel;
            check(noClasses()
                    .that()
                    .resideInAPackage(own)
                    .should()
                    .dependOnClassesThat(resideInAPackage(root + "..").and(resideOutsideOfPackages(own))));
        }
    }

    @Test
    void everySubPackageIsAnAdapterNamedByWhatItTouches() {
        List<String> others = classes.stream()
                .map(type -> type.getPackageName())
                .filter(name -> name.startsWith(root + "."))
                .map(name -> name.substring(root.length() + 1).split("\\.")[0])
                .filter(name -> !ADAPTERS.contains(name) && !kernels.contains(name))
                .distinct()
                .toList();
        assertEquals(List.of(), others, "sub-packages other than " + ADAPTERS);
    }

    /// `config` is exempt: it tells the others what was configured.
    @Test
    void adaptersDoNotUseEachOther() {
        for (String adapter : ADAPTERS) {
            String[] others = ADAPTERS.stream()
                    .filter(other -> !other.equals(adapter) && !other.equals("config"))
                    .map(other -> root + "." + other + "..")
                    .toArray(String[]::new);
            if (!adapter.equals("config")) {
                check(noClasses()
                        .that()
                        .resideInAPackage(root + "." + adapter + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(others));
            }
        }
    }

    @Test
    void wireRecordsStayInMessagingAndRest() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(root + ".messaging..", root + ".rest..", root + ".services..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.lynceus.contracts.."));
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

    private static boolean isNullMarked(JavaPackage found) {
        return found.tryGetPackageInfo()
                .filter(info -> info.isAnnotatedWith(NullMarked.class))
                .isPresent();
    }

    private void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(classes);
    }
}
