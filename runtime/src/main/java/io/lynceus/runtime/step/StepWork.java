package io.lynceus.runtime.step;

import java.util.List;

/// What a service does with a batch of records.
///
/// 1. One outcome for each record, in the same order.
/// 2. Its effects are in the database when it returns, once for each detection id however often it is called.
/// 3. The same record gives the same outcome, byte for byte, at every call.
/// 4. A record that cannot be used is [Outcome.Rejected]; an exception means that the batch as a whole failed.
@FunctionalInterface
public interface StepWork {
    List<Outcome> process(List<InboundRecord> batch);
}
