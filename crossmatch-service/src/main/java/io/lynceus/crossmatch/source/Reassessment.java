package io.lynceus.crossmatch.source;

import io.lynceus.crossmatch.detection.LocatedDetection;
import io.lynceus.crossmatch.source.AssociationOutcome.Agreement;
import io.lynceus.crossmatch.source.AssociationOutcome.JoinedSource;
import io.lynceus.crossmatch.source.Reassociation.Departure;
import io.lynceus.crossmatch.source.Reassociation.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Judges again which sources earlier detections belong to, after new ones have come. Not thread-safe.
///
/// A source stands where its sharpest detection is. Every other detection belongs to the one firm source that it agrees
/// with. A new detection can begin a source within reach of an earlier detection, or move a source away from one. That
/// earlier detection is then judged as if it came last:
///
/// 1. It agrees with one firm source: it belongs there. A source that loses its last detection is merged.
/// 2. It agrees with several: it is ambiguous and has a doubtful source of its own.
/// 3. It agrees with none: it has a source of its own; a doubtful source is settled.
///
/// The detection at the position of a firm source stays. Each moves once at most, the sharpest first, so this ends.
public final class Reassessment {
    private static final Comparator<Membership> SHARPEST_FIRST = Comparator.comparingDouble(
                    (Membership member) -> member.detection().covariance().determinant())
            .thenComparing(member -> member.detection().id());

    private final AssociationPolicy association;
    private final KnownSources known;
    private final Map<String, Membership> members = new LinkedHashMap<>();
    private final Map<String, Move> moves = new LinkedHashMap<>();
    private final Set<String> settled = new TreeSet<>();

    private record Move(Membership before, AssociationOutcome outcome) {}

    /// @param known with all sources that a member can agree with; changed by this
    /// @param members complete sources: all detections of a source, or none
    public Reassessment(AssociationPolicy association, KnownSources known, Collection<Membership> members) {
        this.association = association;
        this.known = known;
        members.stream()
                .sorted(SHARPEST_FIRST)
                .forEach(member -> this.members.put(member.detection().id(), member));
        boolean again = true;
        while (again) {
            again = false;
            for (Membership member : List.copyOf(this.members.values())) {
                again |= !moves.containsKey(member.detection().id()) && judge(member);
            }
        }
    }

    /// Whether something changed.
    private boolean judge(Membership member) {
        LocatedDetection detection = member.detection();
        XraySource own = source(member.sourceId());
        boolean atPosition = own.positionOf().equals(detection.id());
        if (atPosition && !own.doubtful()) {
            return false;
        }
        List<Agreement> firm = association.candidates(detection, known.near(detection));
        if (firm.size() == 1) {
            XraySource target = firm.getFirst().source();
            return !target.id().equals(own.id())
                    && move(member, own, new JoinedSource(target.with(detection), firm.getFirst()));
        }
        if (own.doubtful() && firm.isEmpty()) {
            if (atPosition) {
                settled.add(own.id());
                known.keep(own.settled());
                return true;
            }
            if (association.agreement(detection, own).isPresent()) {
                return false;
            }
        }
        return !atPosition
                && move(member, own, association.associate(detection, member.revision() + 1, known.near(detection)));
    }

    private boolean move(Membership member, XraySource from, AssociationOutcome outcome) {
        LocatedDetection detection = member.detection();
        String intoId = outcome.source().id();
        moves.put(detection.id(), new Move(member, outcome));
        members.put(detection.id(), new Membership(detection, intoId, member.revision() + 1));
        known.keep(outcome.source());
        known.place(detection, intoId);
        List<LocatedDetection> rest = members.values().stream()
                .filter(other -> other.sourceId().equals(from.id()))
                .map(Membership::detection)
                .toList();
        if (rest.isEmpty()) {
            known.merge(from, intoId);
        } else if (from.positionOf().equals(detection.id())) {
            known.keep(from.of(rest));
        }
        return true;
    }

    /// What has changed, one entry for a detection.
    public List<Reassociation> reassociations() {
        Map<String, List<Departure>> departures = new TreeMap<>();
        moves.forEach((id, move) -> departures
                .computeIfAbsent(move.before().sourceId(), _ -> new ArrayList<>())
                .add(new Departure(id, move.before().revision() + 1)));
        Map<String, Reassociation> byDetection = new LinkedHashMap<>();
        moves.forEach((id, move) -> byDetection.put(
                id,
                reassociation(
                        move.before(),
                        kind(move),
                        source(move.outcome().source().id()),
                        Optional.of(move.outcome()),
                        departures)));
        Set<String> remaining = new TreeSet<>(departures.keySet());
        remaining.addAll(settled);
        for (String sourceId : remaining) {
            XraySource source = known.find(sourceId);
            if (source != null && !byDetection.containsKey(source.positionOf())) {
                Membership member = Objects.requireNonNull(members.get(source.positionOf()));
                boolean certain = settled.contains(sourceId);
                byDetection.put(
                        source.positionOf(),
                        reassociation(
                                member,
                                certain ? Kind.SETTLED : Kind.LEFT_BEHIND,
                                source,
                                certain ? Optional.of(new AssociationOutcome.NewSource(source)) : Optional.empty(),
                                departures));
            }
        }
        return List.copyOf(byDetection.values());
    }

    private Kind kind(Move move) {
        if (known.find(move.before().sourceId()) == null) {
            return Kind.MERGED;
        }
        return move.outcome() instanceof JoinedSource ? Kind.MOVED : Kind.SPLIT;
    }

    private Reassociation reassociation(
            Membership before,
            Kind kind,
            XraySource source,
            Optional<AssociationOutcome> outcome,
            Map<String, List<Departure>> departures) {
        LocatedDetection detection = before.detection();
        boolean atPosition = source.positionOf().equals(detection.id());
        return new Reassociation(
                detection,
                before.revision() + 1,
                kind,
                before.sourceId(),
                source,
                outcome,
                atPosition ? departures.getOrDefault(source.id(), List.of()) : List.of(),
                nearestCause(detection));
    }

    private String nearestCause(LocatedDetection detection) {
        return known.causes().stream()
                .min(Comparator.comparingDouble(
                        (LocatedDetection cause) -> cause.position().separationArcsec(detection.position())))
                .orElseThrow(() -> new IllegalStateException("nothing has moved, yet " + detection.id() + " has"))
                .id();
    }

    private XraySource source(String id) {
        return Objects.requireNonNull(known.find(id), id);
    }
}
