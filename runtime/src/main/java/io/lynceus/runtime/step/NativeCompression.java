package io.lynceus.runtime.step;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import net.jpountz.lz4.LZ4Factory;
import org.jboss.logging.Logger;

/// Loads the native lz4 before the first record is read or written.
///
/// By itself lz4-java loads it from the system class loader only, which Quarkus does not use, and falls back to Java
/// code without a word.
@Singleton
class NativeCompression {
    private static final Logger LOG = Logger.getLogger(NativeCompression.class);

    void load(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) {
        try {
            LZ4Factory.nativeInstance();
        } catch (LinkageError | AssertionError e) {
            LOG.infof("lz4 runs in Java, slower: %s", e);
        }
    }
}
