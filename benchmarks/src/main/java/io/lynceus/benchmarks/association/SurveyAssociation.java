package io.lynceus.benchmarks.association;

import io.lynceus.contracts.Wire;
import io.lynceus.crossmatch.DetectionFormat.UnknownFields;
import io.lynceus.crossmatch.detection.LocatedDetection;
import io.lynceus.crossmatch.messaging.JsonDetectionFormat;
import io.lynceus.crossmatch.source.AssociationOutcome;
import io.lynceus.crossmatch.source.KnownSources;
import io.lynceus.crossmatch.source.Membership;
import io.lynceus.crossmatch.source.Reassessment;
import io.lynceus.crossmatch.source.Reassociation;
import io.lynceus.crossmatch.source.XraySource;
import io.lynceus.standalone.simulator.SimulatedDetection;
import io.lynceus.standalone.simulator.Survey;
import io.lynceus.standalone.training.CrossmatchDefaults;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The detections of a survey, joined to sources in batches as crossmatch-service does it.
final class SurveyAssociation {
    /// Detections of a batch: the most that crossmatch-service takes from the broker at once.
    private static final int BATCH = 500;

    private final Map<String, Integer> truth = new HashMap<>();
    private final Map<String, Membership> members = new HashMap<>();
    private final Map<String, Set<String>> detections = new HashMap<>();
    private final Map<String, XraySource> sources = new HashMap<>();
    private long changes;

    SurveyAssociation(Survey survey, boolean judgedAgain) {
        JsonDetectionFormat format = new JsonDetectionFormat(CrossmatchDefaults.MISSIONS);
        List<SimulatedDetection> all = survey.detections();
        for (int from = 0; from < all.size(); from += BATCH) {
            KnownSources known = new KnownSources(CrossmatchDefaults.ASSOCIATION, sources.values());
            for (SimulatedDetection seen : all.subList(from, Math.min(from + BATCH, all.size()))) {
                LocatedDetection detection = format.read(
                                Wire.write(seen.detection().withSchema()), UnknownFields.REFUSED)
                        .detection()
                        .located();
                AssociationOutcome outcome = known.associate(detection);
                truth.put(detection.id(), seen.source());
                put(new Membership(detection, outcome.source().id(), 1));
            }
            if (judgedAgain) {
                reassess(known);
            }
            known.started().forEach(source -> sources.put(source.id(), source));
            known.changed().forEach(source -> sources.put(source.id(), source));
            known.merged().forEach(gone -> sources.remove(gone.source().id()));
        }
    }

    private void reassess(KnownSources known) {
        List<Membership> unsettled = new ArrayList<>();
        for (String source : known.unsettled()) {
            detections.getOrDefault(source, Set.of()).forEach(id -> unsettled.add(members.get(id)));
        }
        for (Reassociation change :
                new Reassessment(CrossmatchDefaults.ASSOCIATION, known, unsettled).reassociations()) {
            changes++;
            put(new Membership(change.detection(), change.source().id(), change.revision()));
        }
    }

    private void put(Membership member) {
        String id = member.detection().id();
        Membership before = members.put(id, member);
        if (before != null) {
            detections.getOrDefault(before.sourceId(), new TreeSet<>()).remove(id);
        }
        detections.computeIfAbsent(member.sourceId(), _ -> new TreeSet<>()).add(id);
    }

    AssociationQuality quality() {
        Map<Integer, Map<String, Integer>> madeOfTrue = new HashMap<>();
        Map<String, Integer> sizes = new HashMap<>();
        for (Membership member : members.values()) {
            madeOfTrue
                    .computeIfAbsent(truth.get(member.detection().id()), _ -> new HashMap<>())
                    .merge(member.sourceId(), 1, Integer::sum);
            sizes.merge(member.sourceId(), 1, Integer::sum);
        }
        long whole = madeOfTrue.values().stream()
                .filter(made -> made.size() == 1 && sizes.entrySet().containsAll(made.entrySet()))
                .count();
        long truePairs = 0;
        long rightPairs = 0;
        for (Map<String, Integer> made : madeOfTrue.values()) {
            truePairs +=
                    pairs(made.values().stream().mapToInt(Integer::intValue).sum());
            rightPairs += pairs(made.values());
        }
        return new AssociationQuality(
                madeOfTrue.size(),
                whole,
                truePairs,
                pairs(sizes.values()),
                rightPairs,
                sizes.size(),
                sources.values().stream().filter(XraySource::doubtful).count(),
                changes);
    }

    private static long pairs(Collection<Integer> sizes) {
        return sizes.stream().mapToLong(SurveyAssociation::pairs).sum();
    }

    private static long pairs(int size) {
        return (long) size * (size - 1) / 2;
    }
}
