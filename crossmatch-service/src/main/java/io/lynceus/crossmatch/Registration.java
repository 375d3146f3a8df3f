package io.lynceus.crossmatch;

import java.util.List;

/// Result of registering a detection.
public sealed interface Registration {
    /// The detection is registered, now or since an earlier time.
    ///
    /// @param own the detection itself, at its latest revision
    /// @param reassociated those whose association changed because of it, at their latest revisions
    record Registered(RegisteredDetection own, List<RegisteredDetection> reassociated) implements Registration {
        public Registered {
            reassociated = List.copyOf(reassociated);
        }
    }

    /// The id is registered with other content.
    record ConflictingDuplicate() implements Registration {}
}
