package io.lynceus.standalone.training;

import io.lynceus.crossmatch.detection.MissionDefaults;
import io.lynceus.crossmatch.detection.Missions;
import io.lynceus.crossmatch.detection.ObservationEpoch;
import io.lynceus.crossmatch.source.AssociationPolicy;
import io.lynceus.crossmatch.surroundings.CounterpartSearch;
import io.lynceus.runtime.missions.MissionsFile;
import io.lynceus.sky.JulianEpoch;
import io.lynceus.sky.Mission;
import java.util.List;

/// The cross-match as it is configured when nothing is: the defaults of crossmatch-service's `CrossmatchConfig`.
public final class CrossmatchDefaults {
    public static final CounterpartSearch SEARCH = new CounterpartSearch(8, 5, 0.5, 0.2, 10);

    public static final AssociationPolicy ASSOCIATION = new AssociationPolicy(566);

    private static final MissionDefaults OTHER_MISSION =
            new MissionDefaults(0.95, new ObservationEpoch(new JulianEpoch(2012), 7));

    /// The missions that come with the suite.
    public static final Missions MISSIONS = missions(MissionsFile.shipped());

    private CrossmatchDefaults() {}

    /// Described missions, and the defaults of any other.
    public static Missions missions(List<Mission> described) {
        return Missions.of(described, OTHER_MISSION);
    }
}
