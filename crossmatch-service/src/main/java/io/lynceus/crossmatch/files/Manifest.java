package io.lynceus.crossmatch.files;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lynceus.crossmatch.catalogue.CatalogueProfile;
import io.lynceus.crossmatch.catalogue.CatalogueRole;
import io.lynceus.crossmatch.catalogue.CatalogueStatistics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// A catalogue's profile as the JSON document beside its columns.
///
/// @param role `counterpart`, `class` or `galaxy`
/// @param wavelength of counterparts only
/// @param precedence of counterparts only
/// @param systematicErrorArcsec of counterparts that say so
/// @param completeness of counterparts that say so
/// @param sourceClass of a class catalogue only
record Manifest(
        String name,
        String title,
        String role,
        @Nullable String wavelength,
        @Nullable Integer precedence,
        @Nullable Double systematicErrorArcsec,
        @Nullable Double completeness,
        @Nullable String sourceClass,
        boolean complete,
        double densityPerSqDeg,
        List<String> bands,
        CatalogueStatistics statistics) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    static byte[] bytes(CatalogueProfile profile) throws IOException {
        return JSON.writeValueAsBytes(of(profile));
    }

    static CatalogueProfile read(Path file) throws IOException {
        return JSON.readValue(Files.readAllBytes(file), Manifest.class).profile(file);
    }

    private static Manifest of(CatalogueProfile profile) {
        return switch (profile.role()) {
            case CatalogueRole.Counterparts role -> of(profile, "counterpart", role, null);
            case CatalogueRole.KnownClass(var sourceClass) -> of(profile, "class", null, sourceClass);
            case CatalogueRole.Galaxies() -> of(profile, "galaxy", null, null);
        };
    }

    private static Manifest of(
            CatalogueProfile profile,
            String role,
            CatalogueRole.@Nullable Counterparts counterparts,
            @Nullable String sourceClass) {
        return new Manifest(
                profile.name(),
                profile.title(),
                role,
                counterparts == null ? null : counterparts.wavelength(),
                counterparts == null ? null : counterparts.precedence(),
                counterparts == null ? null : nullable(counterparts.systematicArcsec()),
                counterparts == null ? null : nullable(counterparts.completeness()),
                sourceClass,
                profile.complete(),
                profile.densityPerSqDeg(),
                profile.bands(),
                profile.statistics());
    }

    private CatalogueProfile profile(Path file) throws IOException {
        return new CatalogueProfile(name, title, role(file), complete, densityPerSqDeg, bands, statistics);
    }

    private CatalogueRole role(Path file) throws IOException {
        if (role.equals("counterpart") && wavelength != null && precedence != null) {
            return new CatalogueRole.Counterparts(
                    wavelength, precedence, optional(systematicErrorArcsec), optional(completeness));
        }
        if (role.equals("class") && sourceClass != null) {
            return new CatalogueRole.KnownClass(sourceClass);
        }
        if (role.equals("galaxy")) {
            return new CatalogueRole.Galaxies();
        }
        throw new IOException(file + " is no manifest of this version of Lynceus: role " + role);
    }

    private static @Nullable Double nullable(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
