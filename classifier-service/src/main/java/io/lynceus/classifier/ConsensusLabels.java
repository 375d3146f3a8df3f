package io.lynceus.classifier;

import java.util.Collection;
import java.util.List;

/// Consensus labels of the volunteers, stored for the training sample of the next model.
public interface ConsensusLabels {
    /// Stores announced changes. The latest announcement of a source counts, in any order of arrival.
    void record(Collection<ConsensusChange> changes);

    /// Labels in force, by source id.
    ///
    /// @param leastConfidence probability in [0, 1] that the class is right
    List<SourceLabel> labels(double leastConfidence);
}
