package io.lynceus.labels;

import java.util.List;
import java.util.function.Consumer;

/// Changes of consensus that are committed and not yet known to be sent: the outbox.
///
/// 1. A change is in the outbox from the commit of its vote until `deliver` has returned for it, crashes included.
/// 2. Only the latest state of a source is delivered, and never an older one after it.
/// 3. If `deliver` throws, everything it was given stays in the outbox.
public interface Announcements {

    /// Hands up to `limit` changes to `deliver`, and forgets them when it returns.
    ///
    /// @return number delivered; 0 as well when another instance is at it
    int drain(int limit, Consumer<List<Announcement>> deliver);
}
