package io.lynceus.classifier;

import java.util.Collection;
import java.util.List;

/// What the volunteers agree on, kept for the training sample of the next model.
public interface ConsensusLabels {
    /// Takes in what was announced. Of one source the latest announcement counts, in whatever order they come.
    void record(Collection<ConsensusChange> changes);

    /// Labels that stand, by source id.
    ///
    /// @param leastConfidence probability in [0, 1] that the class is right
    List<SourceLabel> labels(double leastConfidence);
}
