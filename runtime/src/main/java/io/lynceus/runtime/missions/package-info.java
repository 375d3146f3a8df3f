/// The missions that the suite knows, as `missions.yaml` describes them.
///
/// Services ask [io.lynceus.runtime.missions.ConfiguredMissions]; commands read the file with
/// [io.lynceus.runtime.missions.MissionsFile].
@NullMarked
package io.lynceus.runtime.missions;

import org.jspecify.annotations.NullMarked;
