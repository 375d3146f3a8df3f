package io.lynceus.labels.asking;

import java.util.Collection;
import java.util.Optional;

/// The sources that can be labelled.
///
/// 1. Of several states of one source the one with the largest (activation, revision) stays, whatever the order of
///    arrival.
/// 2. `next(user)` is never a source that this user has labelled or that is retired; which one of the others, says the
///    [AskingPolicy].
/// 3. Asked again before it is labelled or the time for it is over, it is the same source.
/// 4. `nextTraining(user)` keeps the second and third of these laws, and is a source that catalogues know.
public interface Subjects {
    void store(Collection<Subject> subjects);

    /// Nobody is asked about these sources any more: their detections belong to others.
    void retire(Collection<String> sourceIds);

    /// The source this user should look at next; empty when the user has labelled all of them.
    Optional<Subject> next(String user);

    /// The source this user should train on next; empty when the user has labelled all that catalogues know.
    Optional<Subject> nextTraining(String user);
}
