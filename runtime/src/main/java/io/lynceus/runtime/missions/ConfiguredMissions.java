package io.lynceus.runtime.missions;

import io.lynceus.sky.Mission;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The missions of the file that `lynceus.missions-file` names, or those that come with the suite.
@Singleton
public class ConfiguredMissions {
    private final List<Mission> missions;

    ConfiguredMissions(@ConfigProperty(name = "lynceus.missions-file") Optional<Path> file) {
        missions = file.map(MissionsFile::read).orElseGet(MissionsFile::shipped);
    }

    /// The missions, in the order of the file.
    public List<Mission> all() {
        return missions;
    }
}
