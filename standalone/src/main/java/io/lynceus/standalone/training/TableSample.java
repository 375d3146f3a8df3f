package io.lynceus.standalone.training;

import io.lynceus.contracts.Detection;
import io.lynceus.contracts.EnhancedDetection;
import io.lynceus.contracts.RawJson;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.Wire;
import io.lynceus.crossmatch.catalogue.ReferenceCatalogue;
import io.lynceus.feature.epoch.Epoch;
import io.lynceus.feature.features.FeatureExtractor;
import io.lynceus.feature.messaging.JsonDetectionFormat;
import io.lynceus.standalone.ingest.DetectionRows;
import io.lynceus.tables.MappedRow;
import io.lynceus.tables.RowRefused;
import io.lynceus.tables.TableMapping;
import io.lynceus.tables.TableMapping.CounterpartColumns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjLongConsumer;

/// A labelled sample from a table whose rows hold a source, its class and its counterparts.
///
/// Each row becomes the enhanced detection that the cross-match would have made of it, and goes through the feature
/// service's code from there.
final class TableSample {
    private final FeatureExtractor extractor;
    private final HostGalaxies galaxies;
    private final JsonDetectionFormat format;

    TableSample(FeatureExtractor extractor, HostGalaxies galaxies) {
        this.extractor = extractor;
        this.galaxies = galaxies;
        this.format = new JsonDetectionFormat();
    }

    /// @param mapping empty: the shipped one that fits the table's columns
    /// @param bad told the reason and the line of each row that cannot be used
    LabelledSample read(Path table, Optional<TableMapping> mapping, ObjLongConsumer<String> bad) {
        List<LabelledSource> sources = new ArrayList<>();
        long[] refused = new long[1];
        DetectionRows.read(table, mapping, (row, used, line) -> {
            try {
                sources.add(source(row, used, table.getFileName().toString()));
            } catch (RowRefused | IllegalArgumentException e) {
                refused[0]++;
                bad.accept(String.valueOf(e.getMessage()), line);
            }
        });
        return new LabelledSample("%s, %d sources".formatted(table.getFileName(), sources.size()), sources, refused[0]);
    }

    private LabelledSource source(MappedRow row, TableMapping mapping, String table) {
        String classColumn = mapping.sourceClass();
        if (classColumn == null) {
            throw new IllegalArgumentException("the mapping '" + mapping.title() + "' names no column for the class");
        }
        String sourceClass = row.cell(classColumn);
        if (sourceClass == null) {
            throw new IllegalArgumentException("class is missing: column " + classColumn + " is blank");
        }
        EnhancedDetection enhanced = enhanced(row, mapping);
        Epoch epoch = format.read(Wire.write(enhanced)).epoch();
        return LabelledSource.of(enhanced.source().id(), sourceClass, List.of(epoch), extractor, table);
    }

    private EnhancedDetection enhanced(MappedRow row, TableMapping mapping) {
        Detection detection = row.detection();
        List<EnhancedDetection.Counterpart> counterparts = new ArrayList<>();
        mapping.counterparts()
                .forEach((catalogue, columns) ->
                        counterparts.add(counterpart(catalogue, columns, row, detection.position())));
        return new EnhancedDetection(
                Topic.ENHANCED_DETECTIONS.schema().id(),
                RawJson.of(Wire.write(detection.withSchema())),
                new EnhancedDetection.SourceAssociation(
                        detection.id(),
                        detection.id(),
                        EnhancedDetection.Outcome.NEW,
                        detection.position(),
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null),
                List.of(),
                null,
                false,
                galaxies.of(detection),
                counterparts,
                null,
                null,
                searched(mapping));
    }

    /// All that the table has columns for was looked for at every source.
    private List<EnhancedDetection.SearchedCatalogue> searched(TableMapping mapping) {
        List<EnhancedDetection.SearchedCatalogue> searched = new ArrayList<>();
        mapping.counterparts().forEach((catalogue, columns) -> {
            List<String> measures = new ArrayList<>(columns.magnitudes().keySet());
            if (columns.parallaxMas() != null) {
                measures.add(ReferenceCatalogue.PARALLAX);
            }
            if (columns.properMotionMasyr() != null) {
                measures.add(ReferenceCatalogue.PROPER_MOTION);
            }
            searched.add(new EnhancedDetection.SearchedCatalogue(catalogue, "", measures));
        });
        if (galaxies.searched()) {
            searched.add(
                    new EnhancedDetection.SearchedCatalogue("galaxies", "", List.of(ReferenceCatalogue.HOST_GALAXY)));
        }
        return searched;
    }

    /// A counterpart that the table's makers found: certain here. Its total proper motion is put along one axis,
    /// which the features cannot tell.
    private static EnhancedDetection.Counterpart counterpart(
            String catalogue, CounterpartColumns columns, MappedRow row, Detection.Position position) {
        Map<String, Double> magnitudes = new LinkedHashMap<>();
        columns.magnitudes().forEach((band, column) -> {
            Double magnitude = row.numberIn(column);
            if (magnitude != null) {
                magnitudes.put(band, magnitude);
            }
        });
        Double motion = row.numberIn(columns.properMotionMasyr());
        return new EnhancedDetection.Counterpart(
                catalogue,
                catalogue,
                "",
                columns.precedence(),
                position.raDeg(),
                position.decDeg(),
                null,
                0,
                0,
                0,
                1,
                1,
                true,
                null,
                null,
                null,
                magnitudes,
                row.numberIn(columns.parallaxMas()),
                row.numberIn(columns.parallaxErrorMas()),
                motion,
                null,
                motion == null ? null : (Double) 0.0,
                null);
    }
}
