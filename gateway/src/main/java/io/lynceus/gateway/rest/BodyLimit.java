package io.lynceus.gateway.rest;

import io.lynceus.gateway.config.GatewayConfig;
import jakarta.inject.Provider;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;

/// Refuses request bodies above their bounds, with or without a declared length.
///
/// A file is streamed up to its maximum size. Any other body is read as [BoundedBody] says, before a resource sees it.
///
/// The answers of the services are not limited: a thousand enhanced detections are larger than a request may be.
/// Therefore the REST clients discover no providers (`quarkus.rest-client.provider-autodiscovery`).
@jakarta.ws.rs.ext.Provider
public class BodyLimit implements ReaderInterceptor {
    /// Media types of files.
    private static final List<MediaType> FILES =
            List.of(new MediaType("text", "csv"), MediaType.APPLICATION_OCTET_STREAM_TYPE);

    // A provider is made before the settings are known.
    private final Provider<GatewayConfig> config;

    BodyLimit(Provider<GatewayConfig> config) {
        this.config = config;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (FILES.contains(withoutParameters(context.getMediaType()))) {
            context.setInputStream(
                    new Counted(context.getInputStream(), config.get().maxFileBytes()));
        } else {
            int most = isLarge(context) ? config.get().maxBodyBytes() : BoundedBody.SMALL_BYTES;
            context.setInputStream(new ByteArrayInputStream(BoundedBody.read(context.getInputStream(), most)));
        }
        return context.proceed();
    }

    private static boolean isLarge(ReaderInterceptorContext context) {
        return Stream.of(context.getAnnotations()).anyMatch(LargeBody.class::isInstance);
    }

    private static MediaType withoutParameters(MediaType type) {
        return new MediaType(type.getType(), type.getSubtype());
    }

    private static final class Counted extends FilterInputStream {
        private final long maxBytes;
        private long read;

        Counted(InputStream in, long maxBytes) {
            super(in);
            this.maxBytes = maxBytes;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int number = super.read(buffer, offset, length);
            count(Math.max(0, number));
            return number;
        }

        private void count(int bytes) {
            read += bytes;
            if (read > maxBytes) {
                throw BoundedBody.tooLarge("the body has more than " + maxBytes + " bytes; send it in parts");
            }
        }
    }
}
