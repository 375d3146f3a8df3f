package io.lynceus.crossmatch;

import io.lynceus.crossmatch.Registration.ConflictingDuplicate;
import io.lynceus.crossmatch.Registration.Registered;
import io.lynceus.crossmatch.detection.LocatedDetection;
import io.lynceus.crossmatch.source.AssociationOutcome;
import io.lynceus.crossmatch.source.AssociationPolicy;
import io.lynceus.crossmatch.source.KnownSources;
import io.lynceus.crossmatch.source.KnownSources.MergedSource;
import io.lynceus.crossmatch.source.KnownSources.SourceCell;
import io.lynceus.crossmatch.source.Membership;
import io.lynceus.crossmatch.source.Reassessment;
import io.lynceus.crossmatch.source.Reassociation;
import io.lynceus.crossmatch.source.XraySource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Decides what becomes of a batch of detections that are registered together.
///
/// A [DetectionRegister] reads, asks this, and writes, in one transaction:
///
/// 1. It locks [#cells()], reads what is registered there, and calls [#associate].
/// 2. It locks [#formerCells] and hands the sources there to [#know]: a source that moved may have left detections.
/// 3. It reads the detections of the [#unsettled] sources, locks [#cells(Collection)] of them, hands over the sources
///    there, reads the detections again and calls [#reassess].
/// 4. It reads the detections [#toRevise] and calls [#revise].
/// 5. It writes what this has decided, and returns [#registrations].
///
/// Made for one attempt of one transaction. Not thread-safe.
public final class BatchRegistration {
    private final AssociationPolicy policy;
    private final DetectionFormat format;
    private final List<CrossmatchedDetection> batch;
    private final KnownSources sources;
    private final Map<String, RegisteredDetection> registered = new HashMap<>();
    private final Map<String, List<RegisteredDetection>> consequences = new HashMap<>();
    private final Map<String, AssociatedDetection> added = new LinkedHashMap<>();
    private final List<AssociatedDetection> revised = new ArrayList<>();
    private List<Reassociation> reassociations = List.of();

    public BatchRegistration(AssociationPolicy policy, DetectionFormat format, List<CrossmatchedDetection> batch) {
        this.policy = policy;
        this.format = format;
        this.batch = List.copyOf(batch);
        this.sources = new KnownSources(policy, List.of());
    }

    /// Ids of the batch's detections.
    public List<String> ids() {
        return batch.stream().map(CrossmatchedDetection::id).toList();
    }

    /// Cells within reach of the batch's detections, ascending.
    public SortedSet<Long> cells() {
        return policy.cells(
                batch.stream().map(one -> one.received().detection().located()).toList());
    }

    /// Takes in sources that are stored.
    public void know(Collection<XraySource> stored) {
        sources.know(stored);
    }

    /// Associates the detections whose ids are new, in their order.
    ///
    /// @param alreadyRegistered those of the batch's ids that are registered
    /// @param causedEarlier detections whose association changed earlier because of these, by the id of the cause
    public void associate(
            Collection<RegisteredDetection> alreadyRegistered, Map<String, List<RegisteredDetection>> causedEarlier) {
        alreadyRegistered.forEach(one -> registered.put(one.detectionId(), one));
        causedEarlier.forEach((cause, effects) -> consequences.put(cause, new ArrayList<>(effects)));
        for (CrossmatchedDetection arrival : batch) {
            if (!registered.containsKey(arrival.id())) {
                AssociationOutcome outcome =
                        sources.associate(arrival.received().detection().located());
                AssociatedDetection associated =
                        AssociatedDetection.of(arrival, outcome, format.write(arrival, outcome));
                added.put(arrival.id(), associated);
                registered.put(arrival.id(), associated.registered());
            }
        }
    }

    /// Cells within reach of the places from which sources have moved.
    public Set<Long> formerCells() {
        return sources.formerCells();
    }

    /// Sources with a detection that may belong elsewhere, now that other sources have begun or moved.
    public Set<String> unsettled() {
        return sources.unsettled();
    }

    /// Cells within reach of these detections, ascending.
    public SortedSet<Long> cells(Collection<Membership> stored) {
        List<LocatedDetection> detections =
                stored.stream().map(Membership::detection).toList();
        return policy.cells(detections);
    }

    /// Judges again which sources detections belong to.
    ///
    /// @param unsettled sources whose detections are judged
    /// @param stored all registered detections of these sources
    public void reassess(Set<String> unsettled, Collection<Membership> stored) {
        List<Membership> members = Stream.concat(
                        stored.stream(), added.values().stream().map(AssociatedDetection::membership))
                .filter(member -> unsettled.contains(member.sourceId()))
                .toList();
        reassociations = new Reassessment(policy, sources, members).reassociations();
    }

    /// Ids of the detections registered earlier whose association has changed.
    public List<String> toRevise() {
        return reassociations.stream()
                .map(change -> change.detection().id())
                .filter(id -> !added.containsKey(id))
                .toList();
    }

    /// Makes the records of the changed associations.
    ///
    /// @param stored the detections [#toRevise], as they are registered
    public void revise(Collection<AssociatedDetection> stored) {
        Map<String, AssociatedDetection> before = new HashMap<>(added);
        stored.forEach(one -> before.put(one.detection().id(), one));
        for (Reassociation change : reassociations) {
            AssociatedDetection one =
                    Objects.requireNonNull(before.get(change.detection().id()));
            AssociatedDetection now = one.revised(change, format.revise(one.record(), change));
            revised.add(now);
            consequences
                    .computeIfAbsent(change.becauseOf(), _ -> new ArrayList<>())
                    .add(now.registered());
        }
    }

    /// Detections that are new, as they were first associated.
    public Collection<AssociatedDetection> added() {
        return added.values();
    }

    /// Sources that the batch has started.
    public List<XraySource> started() {
        return sources.started();
    }

    /// Stored sources that are not as they were.
    public List<XraySource> changed() {
        return sources.changed();
    }

    /// Cells to be kept with the sources within whose reach they are.
    public List<SourceCell> placed() {
        return sources.placed();
    }

    /// Changes of associations.
    public List<Reassociation> reassociations() {
        return reassociations;
    }

    /// The detections with a changed association, in the order of [#reassociations].
    public List<AssociatedDetection> revised() {
        return revised;
    }

    /// Stored sources that a changed association concerns.
    public List<XraySource> concerned() {
        Set<String> ids = reassociations.stream()
                .flatMap(change ->
                        Stream.of(change.fromSourceId(), change.source().id()))
                .collect(Collectors.toCollection(TreeSet::new));
        return sources.changed().stream()
                .filter(source -> ids.contains(source.id()))
                .toList();
    }

    /// Sources whose detections all belong elsewhere now.
    public List<MergedSource> merged() {
        return sources.merged();
    }

    /// One result for each detection of the batch.
    public List<Registration> registrations() {
        return batch.stream().map(this::registration).toList();
    }

    private Registration registration(CrossmatchedDetection arrival) {
        RegisteredDetection own = Objects.requireNonNull(registered.get(arrival.id()));
        return own.digest().equals(arrival.received().digest())
                ? new Registered(own, consequences.getOrDefault(arrival.id(), List.of()))
                : new ConflictingDuplicate();
    }
}
