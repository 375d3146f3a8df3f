package io.lynceus.crossmatch.storage;

import io.lynceus.crossmatch.AssociationOutcome;
import io.lynceus.crossmatch.SourceAssociation;
import io.lynceus.crossmatch.XrayDetection;
import io.lynceus.crossmatch.XraySource;
import io.lynceus.crossmatch.storage.SourceTable.Placed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Associates the detections of a batch one after the other, each seeing the sources of those before it. Not
/// thread-safe.
final class BatchAssociation {
    private final SourceAssociation association;
    private final Map<String, XraySource> stored = new HashMap<>();
    private final Map<String, XraySource> sources = new LinkedHashMap<>();
    private final Map<Long, Set<String>> sourcesByCell = new HashMap<>();

    /// @param known at least the stored sources that share a cell with a detection of the batch
    BatchAssociation(SourceAssociation association, Collection<XraySource> known) {
        this.association = association;
        for (XraySource source : known) {
            stored.put(source.id(), source);
            keep(source);
        }
    }

    /// Associates a detection and keeps the source for those that follow.
    AssociationOutcome associate(XrayDetection detection) {
        AssociationOutcome outcome = preview(detection);
        keep(outcome.source());
        return outcome;
    }

    /// Associates a detection and forgets it.
    AssociationOutcome preview(XrayDetection detection) {
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

    /// Sources that the batch has started.
    List<XraySource> started() {
        return sources.values().stream()
                .filter(source -> !stored.containsKey(source.id()))
                .toList();
    }

    /// Stored sources that the batch has moved to a sharper position.
    List<XraySource> sharpened() {
        return sources.values().stream()
                .filter(source -> stored.containsKey(source.id()) && !source.equals(stored.get(source.id())))
                .toList();
    }

    /// The cells within reach of the sources that the batch has started or moved.
    List<Placed> placed() {
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
