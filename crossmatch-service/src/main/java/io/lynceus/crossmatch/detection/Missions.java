package io.lynceus.crossmatch.detection;
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

    /// The defaults of a mission.
    public MissionDefaults of(String mission) {
        return known.getOrDefault(mission.toLowerCase(Locale.ROOT), others);
    }
}
