package io.lynceus.standalone.training;
import io.lynceus.crossmatch.detection.MissionDefaults;
import io.lynceus.crossmatch.detection.Missions;
import io.lynceus.crossmatch.detection.ObservationEpoch;
import io.lynceus.crossmatch.source.AssociationPolicy;
import io.lynceus.crossmatch.surroundings.CounterpartSearch;
import io.lynceus.sky.JulianEpoch;
import java.util.Map;

/// The cross-match as it is configured when nothing is: the defaults of crossmatch-service's `CrossmatchConfig`.
public final class CrossmatchDefaults {
    public static final CounterpartSearch SEARCH = new CounterpartSearch(8, 5, 0.5, 0.2, 10);

    public static final AssociationPolicy ASSOCIATION = new AssociationPolicy(566);

    public static final Missions MISSIONS =
            new Missions(Map.of(), new MissionDefaults(0.95, new ObservationEpoch(new JulianEpoch(2012), 7)));

    private CrossmatchDefaults() {}
}
