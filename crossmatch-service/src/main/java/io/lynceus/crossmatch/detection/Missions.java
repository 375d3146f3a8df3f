package io.lynceus.crossmatch.detection;

import io.lynceus.sky.Mission;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The defaults of every mission, by its name in any case.
///
/// @param known by name
/// @param others of a mission that is not known
public record Missions(Map<String, MissionDefaults> known, MissionDefaults others) {
    public Missions {
        known = known.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        mission -> mission.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
    }

    /// The defaults of described missions. Where several share a name, the first counts.
    public static Missions of(List<Mission> missions, MissionDefaults others) {
        Map<String, MissionDefaults> known = new HashMap<>();
        for (Mission mission : missions) {
            MissionDefaults defaults = new MissionDefaults(
                    mission.errorContainment(), new ObservationEpoch(mission.meanEpoch(), mission.epochSpreadYears()));
            mission.names().forEach(name -> known.putIfAbsent(name.toLowerCase(Locale.ROOT), defaults));
        }
        return new Missions(known, others);
    }

    /// The defaults of a mission.
    public MissionDefaults of(String mission) {
        return known.getOrDefault(mission.toLowerCase(Locale.ROOT), others);
    }
}
