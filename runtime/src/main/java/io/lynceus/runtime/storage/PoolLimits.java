package io.lynceus.runtime.storage;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Makes the connection pool: a caller that gets no connection in time is told so, and does not wait for ever.
@Singleton
class PoolLimits implements PgPoolCreator {
    /// How long a caller waits for a connection [s].
    private static final int ACQUISITION_TIMEOUT_S = 5;

    @Override
    public Pool create(Input input) {
        return PgBuilder.pool()
                .using(input.vertx())
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .with(input.poolOptions()
                        .setConnectionTimeout(ACQUISITION_TIMEOUT_S)
                        .setConnectionTimeoutUnit(TimeUnit.SECONDS))
                .build();
    }
}
