package io.lynceus.crossmatch.messaging;

import io.lynceus.contracts.Detection;
import io.lynceus.contracts.EnhancedDetection;
import io.lynceus.contracts.RawJson;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.Wire;
import io.lynceus.crossmatch.catalogue.CatalogueEntry;
import io.lynceus.crossmatch.catalogue.CatalogueMotion;
import io.lynceus.crossmatch.catalogue.Measurement;
import io.lynceus.crossmatch.source.AssociationOutcome;
import io.lynceus.crossmatch.source.AssociationOutcome.Agreement;
import io.lynceus.crossmatch.source.AssociationOutcome.AmbiguousSource;
import io.lynceus.crossmatch.source.AssociationOutcome.JoinedSource;
import io.lynceus.crossmatch.source.AssociationOutcome.NewSource;
import io.lynceus.crossmatch.source.Reassociation;
import io.lynceus.crossmatch.source.XraySource;
import io.lynceus.crossmatch.surroundings.Association;
import io.lynceus.crossmatch.surroundings.Counterpart;
import io.lynceus.crossmatch.surroundings.HostGalaxy;
import io.lynceus.crossmatch.surroundings.Identification;
import io.lynceus.crossmatch.surroundings.MatchTerms;
import io.lynceus.crossmatch.surroundings.Surroundings;
import io.lynceus.sky.ErrorEllipse;
import io.lynceus.sky.JulianEpoch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Writes an [EnhancedDetection] around the detection as received.
final class EnhancedDetectionCodec {
    /// Containment at which the error of a source is published; the one X-ray catalogues use most.
    private static final double SOURCE_CONTAINMENT = 0.95;

    /// Steps of a published term in a factor of ten. Source: choice; digits beyond make records longer and say
    /// nothing.
    private static final double TERMS_PER_DEX = 1e4;

    private EnhancedDetectionCodec() {}

    static byte[] encode(byte[] detection, AssociationOutcome outcome, Surroundings surroundings) {
        return Wire.write(new EnhancedDetection(
                Topic.ENHANCED_DETECTIONS.schema().id(),
                RawJson.of(detection),
                association(outcome),
                surroundings.identifications().all().stream()
                        .map(EnhancedDetectionCodec::identification)
                        .toList(),
                surroundings.identifications().identifiedClass().orElse(null),
                surroundings.identifications().conflict(),
                surroundings.host().map(EnhancedDetectionCodec::host).orElse(null),
                surroundings.counterparts().candidates().stream()
                        .map(EnhancedDetectionCodec::counterpart)
                        .toList(),
                surroundings.counterparts().anyMatchProbability(),
                surroundings.counterparts().associations().stream()
                        .map(EnhancedDetectionCodec::association)
                        .toList(),
                surroundings.catalogues().stream()
                        .map(used -> new EnhancedDetection.SearchedCatalogue(
                                used.version().name(), used.version().version(), used.measures()))
                        .toList()));
    }

    private static EnhancedDetection.SourceAssociation association(AssociationOutcome outcome) {
        return switch (outcome) {
            case NewSource(var source) -> association(source, EnhancedDetection.Outcome.NEW, null, List.of());
            case JoinedSource(var source, var agreement) ->
                association(source, EnhancedDetection.Outcome.JOINED, agreement, List.of());
            case AmbiguousSource(var source, var candidates) ->
                association(
                        source,
                        EnhancedDetection.Outcome.AMBIGUOUS,
                        null,
                        candidates.stream()
                                .map(candidate -> candidate.source().id())
                                .toList());
        };
    }

    private static EnhancedDetection.SourceAssociation association(
            XraySource source,
            EnhancedDetection.Outcome outcome,
            @Nullable Agreement agreement,
            List<String> candidates) {
        return new EnhancedDetection.SourceAssociation(
                source.id(),
                source.name(),
                outcome,
                position(source),
                agreement == null ? null : agreement.match().separationArcsec(),
                agreement == null ? null : agreement.match().log10BayesFactor(),
                agreement == null ? null : agreement.posterior(),
                candidates,
                null,
                null);
    }

    /// The enhanced detection as it was written, with its association as it is now.
    static byte[] revise(byte[] written, Reassociation reassociation) {
        EnhancedDetection before = Wire.read(written, EnhancedDetection.class);
        EnhancedDetection.SourceAssociation now =
                reassociation.outcome().map(EnhancedDetectionCodec::association).orElse(before.source());
        XraySource source = reassociation.source();
        return Wire.write(new EnhancedDetection(
                before.schema(),
                before.detection(),
                new EnhancedDetection.SourceAssociation(
                        source.id(),
                        source.name(),
                        now.association(),
                        position(source),
                        now.separationArcsec(),
                        now.log10BayesFactor(),
                        now.posterior(),
                        now.candidateSourceIds(),
                        reassociation.revision(),
                        change(reassociation)),
                before.identifications(),
                before.identifiedClass(),
                before.identificationConflict(),
                before.hostGalaxy(),
                before.counterparts(),
                before.pAny(),
                before.associations(),
                before.catalogues()));
    }

    private static EnhancedDetection.Change change(Reassociation reassociation) {
        return new EnhancedDetection.Change(
                EnhancedDetection.ChangeKind.valueOf(reassociation.kind().name()),
                reassociation.fromSourceId(),
                reassociation.becauseOf(),
                reassociation.departed().stream()
                        .map(one -> new EnhancedDetection.Departure(one.detectionId(), one.revision()))
                        .toList());
    }

    private static Detection.Position position(XraySource source) {
        ErrorEllipse error = source.covariance().ellipse(SOURCE_CONTAINMENT);
        return new Detection.Position(
                source.position().raDeg(),
                source.position().decDeg(),
                error.majorArcsec(),
                error.minorArcsec(),
                error.angleDeg(),
                error.containment());
    }

    private static EnhancedDetection.Identification identification(Identification known) {
        return new EnhancedDetection.Identification(
                known.catalogue(),
                known.entry().id(),
                known.sourceClass(),
                known.entry().type().orElse(null),
                known.match().separationArcsec(),
                known.match().separationSigma());
    }

    private static EnhancedDetection.HostGalaxy host(HostGalaxy host) {
        return new EnhancedDetection.HostGalaxy(
                host.catalogue(),
                host.entry().id(),
                host.separationArcsec(),
                host.galactocentricRadius(),
                nullable(host.disc().redshift()),
                nullable(host.disc().distanceMpc()));
    }

    private static EnhancedDetection.Counterpart counterpart(Counterpart one) {
        CatalogueEntry entry = one.entry();
        Optional<Measurement> east = entry.motion().map(CatalogueMotion::east);
        Optional<Measurement> north = entry.motion().map(CatalogueMotion::north);
        return new EnhancedDetection.Counterpart(
                one.catalogue(),
                entry.id(),
                one.role().wavelength(),
                one.role().precedence(),
                entry.position().raDeg(),
                entry.position().decDeg(),
                entry.epoch().map(JulianEpoch::year).orElse(null),
                one.match().separationArcsec(),
                one.match().separationSigma(),
                one.match().log10BayesFactor(),
                one.anyMatchProbability(),
                one.matchProbability(),
                one.best(),
                one.flag(),
                rounded(one.terms().log10Odds()),
                terms(one.terms()),
                new TreeMap<>(entry.magnitudes()),
                value(entry.parallax()),
                error(entry.parallax()),
                value(east),
                error(east),
                value(north),
                error(north));
    }

    private static Map<String, Double> terms(MatchTerms terms) {
        Map<String, Double> byName = terms.byName();
        byName.replaceAll((_, term) -> rounded(term));
        return byName;
    }

    private static double rounded(double term) {
        return Math.rint(term * TERMS_PER_DEX) / TERMS_PER_DEX + 0.0;
    }

    private static EnhancedDetection.Association association(Association one) {
        return new EnhancedDetection.Association(
                one.members().stream()
                        .map(member -> new EnhancedDetection.Association.Member(member.catalogue(), member.entryId()))
                        .toList(),
                one.log10BayesFactor(),
                one.distancePosterior(),
                one.singlePosterior(),
                one.matchProbability(),
                one.flag());
    }

    private static @Nullable Double value(Optional<Measurement> measurement) {
        return measurement.map(Measurement::value).orElse(null);
    }

    private static @Nullable Double error(Optional<Measurement> measurement) {
        return measurement
                .map(Measurement::error)
                .map(EnhancedDetectionCodec::nullable)
                .orElse(null);
    }

    private static @Nullable Double nullable(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
