package io.lynceus.crossmatch.source;

import io.lynceus.crossmatch.detection.LocatedDetection;
import io.lynceus.crossmatch.source.AssociationOutcome.AmbiguousSource;
import io.lynceus.crossmatch.source.AssociationOutcome.JoinedSource;
import io.lynceus.crossmatch.source.AssociationOutcome.NewSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The X-ray sources known so far. Detections are added one after the other; each sees the sources of those before it.
/// Not thread-safe.
public final class KnownSources {
    private final AssociationPolicy association;
    private final Map<String, XraySource> stored = new HashMap<>();
    private final Map<String, XraySource> sources = new LinkedHashMap<>();
    private final Map<Long, Set<String>> sourcesByCell = new HashMap<>();
    private final Map<String, MergedSource> merged = new LinkedHashMap<>();
    private final Set<SourceCell> placed = new LinkedHashSet<>();
    private final List<Disturbance> disturbances = new ArrayList<>();

    /// @param stored at least the sources that share a cell with a detection to come
    public KnownSources(AssociationPolicy association, Collection<XraySource> stored) {
        this.association = association;
        know(stored);
    }

    /// Takes in further sources that are stored; one that is known already stays as it is.
    public void know(Collection<XraySource> more) {
        for (XraySource source : more) {
            if (stored.putIfAbsent(source.id(), source) == null) {
                keep(source);
            }
        }
    }

    /// Associates a detection and keeps the source for those that follow.
    public AssociationOutcome associate(LocatedDetection detection) {
        AssociationOutcome outcome = preview(detection);
        XraySource source = outcome.source();
        switch (outcome) {
            case NewSource _ -> disturbances.add(new Disturbance(detection, source, null));
            case JoinedSource(var _, var agreement)
            when source.positionOf().equals(detection.id()) ->
                disturbances.add(new Disturbance(detection, source, agreement.source()));
            case JoinedSource _ -> {
                // The source stays where it is: nothing else changes by it.
            }
            case AmbiguousSource _ -> {
                // A doubtful source stands back: nothing else changes by it.
            }
        }
        place(detection, source.id());
        keep(source);
        return outcome;
    }

    /// Associates a detection and forgets it.
    public AssociationOutcome preview(LocatedDetection detection) {
        return association.associate(detection, near(detection));
    }

    /// At least the sources that a detection can agree with.
    Set<XraySource> near(LocatedDetection detection) {
        Set<XraySource> near = new LinkedHashSet<>();
        for (long cell :
                association.cells(detection.position(), detection.covariance()).cells()) {
            for (String id : sourcesByCell.getOrDefault(cell, Set.of())) {
                near.add(sources.get(id));
            }
        }
        return near;
    }

    /// The detections that have begun a source or moved one.
    List<LocatedDetection> causes() {
        return disturbances.stream().map(Disturbance::cause).toList();
    }

    /// Cells within reach of the places from which sources have moved.
    public Set<Long> formerCells() {
        Set<Long> cells = new TreeSet<>();
        for (Disturbance disturbance : disturbances) {
            if (disturbance.before() != null) {
                Arrays.stream(cells(disturbance.before())).forEach(cells::add);
            }
        }
        return cells;
    }

    /// Sources with a detection that may belong elsewhere, now that other sources have begun or moved.
    public Set<String> unsettled() {
        Set<String> unsettled = new TreeSet<>();
        for (Disturbance disturbance : disturbances) {
            if (disturbance.before() != null) {
                unsettled.add(disturbance.after().id());
            }
            for (XraySource source : sources.values()) {
                if (!source.id().equals(disturbance.after().id()) && disturbance.reaches(association, source)) {
                    unsettled.add(source.id());
                }
            }
        }
        return unsettled;
    }

    @Nullable
    XraySource find(String id) {
        return sources.get(id);
    }

    /// Replaces a source, or adds it.
    void keep(XraySource source) {
        if (!source.equals(sources.put(source.id(), source))) {
            for (long cell : cells(source)) {
                sourcesByCell.computeIfAbsent(cell, _ -> new LinkedHashSet<>()).add(source.id());
            }
        }
    }

    /// Forgets a source: its detections belong elsewhere now.
    void merge(XraySource source, String intoId) {
        sources.remove(source.id());
        sourcesByCell.values().forEach(ids -> ids.remove(source.id()));
        merged.put(source.id(), new MergedSource(source, intoId));
    }

    /// Cells within reach of a detection are cells of its source.
    void place(LocatedDetection detection, String sourceId) {
        XraySource source = sources.get(sourceId);
        Set<Long> there = new TreeSet<>();
        if (source != null) {
            Arrays.stream(cells(source)).forEach(there::add);
        }
        for (long cell :
                association.cells(detection.position(), detection.covariance()).cells()) {
            if (there.add(cell)) {
                placed.add(new SourceCell(cell, sourceId));
            }
        }
    }

    /// Sources that the detections have started.
    public List<XraySource> started() {
        List<XraySource> started = new ArrayList<>(sources.values());
        merged.values().forEach(gone -> started.add(gone.source()));
        started.removeIf(source -> stored.containsKey(source.id()));
        return started;
    }

    /// Stored sources that are not as they were.
    public List<XraySource> changed() {
        return sources.values().stream()
                .filter(source -> stored.containsKey(source.id()) && !source.equals(stored.get(source.id())))
                .toList();
    }

    /// Sources that have lost their last detection.
    public List<MergedSource> merged() {
        return List.copyOf(merged.values());
    }

    /// The cells within reach of the detections, with the sources that these belong to; without those that a source
    /// had before.
    public List<SourceCell> placed() {
        return placed.stream()
                .filter(one -> sources.containsKey(one.sourceId()))
                .toList();
    }

    private long[] cells(XraySource source) {
        return association.cells(source.position(), source.covariance()).cells();
    }

    /// A cell that lies within reach of a source.
    public record SourceCell(long cell, String sourceId) {}

    /// A source that has lost its last detection.
    public record MergedSource(XraySource source, String intoId) {}

    /// A source that has begun or moved.
    ///
    /// @param cause the detection it was
    /// @param before `null` for one that has begun
    private record Disturbance(
            LocatedDetection cause,
            XraySource after,
            @Nullable XraySource before) {
        boolean reaches(AssociationPolicy association, XraySource source) {
            return reached(association, source, after) || before != null && reached(association, source, before);
        }

        private static boolean reached(AssociationPolicy association, XraySource source, XraySource place) {
            return association.within(
                    source, place.position(), place.covariance().sigmaMajorArcsec());
        }
    }
}
