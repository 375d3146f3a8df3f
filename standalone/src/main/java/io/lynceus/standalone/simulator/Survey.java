package io.lynceus.standalone.simulator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A simulated survey: its true sources and their detections.
///
/// 1. The same plan gives the same survey and the same files, byte for byte.
/// 2. Every source has at least one detection.
/// 3. Detections are in the order of their dates, sources mixed.
public final class Survey {
    private final List<SimulatedSource> sources;
    private final List<SimulatedDetection> detections;
    private final ReferenceTables tables;

    private Survey(List<SimulatedSource> sources, List<SimulatedDetection> detections, ReferenceTables tables) {
        this.sources = List.copyOf(sources);
        this.detections = List.copyOf(detections);
        this.tables = tables;
    }

    public static Survey draw(SurveyPlan plan) {
        List<Field> fields = Field.draw(plan.sources(), Dice.of(plan.seed(), "fields"));
        ReferenceTables tables = new ReferenceTables(plan.seed(), fields);
        List<CelestialObject> objects = new ArrayList<>();
        List<SimulatedSource> sources = new ArrayList<>();
        Dice dice = Dice.of(plan.seed(), "objects");
        for (ObjectClass objectClass : classes(plan.sources())) {
            Field field = fieldOf(objectClass, fields, dice);
            CelestialObject object = Population.of(objectClass).draw(field, dice);
            objects.add(object);
            sources.add(new SimulatedSource(objectClass, object.kind(), tables.addCounterparts(object, field)));
        }
        return new Survey(sources, observe(plan, objects), tables);
    }

    /// Truth by source.
    public List<SimulatedSource> sources() {
        return sources;
    }

    public List<SimulatedDetection> detections() {
        return detections;
    }

    /// Writes every reference catalogue as a CSV file with its description beside it.
    ///
    /// @param folder made where it does not exist yet
    /// @return the descriptions
    public List<Path> writeCatalogues(Path folder) {
        return tables.write(folder);
    }

    /// The class of every source: shares of the classes rounded, the rest active galaxies.
    private static List<ObjectClass> classes(int sources) {
        Map<ObjectClass, Integer> counts = new EnumMap<>(ObjectClass.class);
        int left = sources;
        for (ObjectClass objectClass :
                List.of(ObjectClass.CATACLYSMIC_VARIABLE, ObjectClass.XRAY_BINARY, ObjectClass.STAR)) {
            int count = Math.min(left, (int) Math.round(objectClass.share() * sources));
            counts.put(objectClass, count);
            left -= count;
        }
        counts.put(ObjectClass.AGN, left);
        return counts.entrySet().stream()
                .flatMap(count -> Stream.generate(count::getKey).limit(count.getValue()))
                .toList();
    }

    private static Field fieldOf(ObjectClass objectClass, List<Field> fields, Dice dice) {
        FieldKind kind = objectClass.drawFieldKind(dice);
        return dice.oneOf(fields.stream().filter(field -> field.kind() == kind).toList());
    }

    private static List<SimulatedDetection> observe(SurveyPlan plan, List<CelestialObject> objects) {
        Dice dice = Dice.of(plan.seed(), "observations");
        record Look(int source, Observation observation) {}
        List<Look> looks = IntStream.range(0, plan.detections())
                .map(i -> i < objects.size() ? i : dice.below(objects.size()))
                .mapToObj(source -> new Look(source, Observation.draw(objects.get(source), dice)))
                .sorted(Comparator.comparing(look -> look.observation().start()))
                .toList();
        return IntStream.range(0, looks.size())
                .mapToObj(i -> new SimulatedDetection(
                        looks.get(i).source(),
                        looks.get(i).observation().detection("sim-%d-%06d".formatted(plan.seed(), i + 1))))
                .toList();
    }
}
