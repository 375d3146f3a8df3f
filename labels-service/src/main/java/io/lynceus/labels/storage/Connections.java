package io.lynceus.labels.storage;

import io.lynceus.runtime.storage.StorageFault;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

/// Connections that are held longer than one transaction takes.
final class Connections {
    private Connections() {}

    /// @throws StorageFault if the database is away or has no connection in time
    static SqlConnection open(Pool pool) {
        try {
            return pool.getConnectionAndAwait();
        } catch (RuntimeException e) {
            throw fault(e);
        }
    }

    static StorageFault fault(RuntimeException failure) {
        return StorageFault.behind(failure)
                .orElseGet(() -> new StorageFault(String.valueOf(failure.getMessage()), null, failure));
    }
}
