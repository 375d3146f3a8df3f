package io.lynceus.crossmatch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The X-ray sources known so far, to which detections are added one after the other, each seeing the sources of those
/// before it. Not thread-safe.
public final class KnownSources {
    private final SourceAssociation association;
    private final Map<String, XraySource> stored = new HashMap<>();
    private final Map<String, XraySource> sources = new LinkedHashMap<>();
    private final Map<Long, Set<String>> sourcesByCell = new HashMap<>();

    /// @param stored at least the sources that share a cell with a detection to come
    public KnownSources(SourceAssociation association, Collection<XraySource> stored) {
        this.association = association;
        for (XraySource source : stored) {
            this.stored.put(source.id(), source);
            keep(source);
        }
    }

    /// Associates a detection and keeps the source for those that follow.
    public AssociationOutcome associate(XrayDetection detection) {
        AssociationOutcome outcome = preview(detection);
        keep(outcome.source());
        return outcome;
    }

    /// Associates a detection and forgets it.
    public AssociationOutcome preview(XrayDetection detection) {
        Set<XraySource> candidates = new LinkedHashSet<>();
        for (long cell :
                association.cells(detection.position(), detection.covariance()).cells()) {
            for (String id : sourcesByCell.getOrDefault(cell, Set.of())) {
                candidates.add(sources.get(id));
            }
        }
        return association.associate(detection, candidates);
    }

    private void keep(XraySource source) {
        if (!source.equals(sources.put(source.id(), source))) {
            for (long cell : cells(source)) {
                sourcesByCell.computeIfAbsent(cell, _ -> new LinkedHashSet<>()).add(source.id());
            }
        }
    }

    /// Sources that the detections have started.
    public List<XraySource> started() {
        return sources.values().stream()
                .filter(source -> !stored.containsKey(source.id()))
                .toList();
    }

    /// Stored sources that the detections have moved to a sharper position.
    public List<XraySource> sharpened() {
        return sources.values().stream()
                .filter(source -> stored.containsKey(source.id()) && !source.equals(stored.get(source.id())))
                .toList();
    }

    /// A cell with a source within whose reach it lies.
    public record Placed(long cell, String sourceId) {}

    /// The cells within reach of the sources that the detections have started or moved.
    public List<Placed> placed() {
        List<Placed> placed = new ArrayList<>();
        for (XraySource source : sources.values()) {
            if (!source.equals(stored.get(source.id()))) {
                Arrays.stream(cells(source)).forEach(cell -> placed.add(new Placed(cell, source.id())));
            }
        }
        return placed;
    }

    private long[] cells(XraySource source) {
        return association.cells(source.position(), source.covariance()).cells();
    }
}
