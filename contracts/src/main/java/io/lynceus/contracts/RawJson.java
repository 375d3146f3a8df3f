package io.lynceus.contracts;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serial;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A JSON value kept as the bytes that were received, so that embedding it changes nothing.
///
/// Read through [Wire], it is the exact slice of the input, white space and number formats included.
@JsonSerialize(using = RawJson.Writer.class)
@JsonDeserialize(using = RawJson.Reader.class)
public final class RawJson {
    private final byte[] utf8;

    private RawJson(byte[] utf8) {
        this.utf8 = utf8;
    }

    /// @param utf8 one JSON value; kept as it is, and not to be altered afterwards
    public static RawJson of(byte[] utf8) {
        return new RawJson(utf8);
    }

    public static RawJson of(String json) {
        return new RawJson(json.getBytes(StandardCharsets.UTF_8));
    }

    /// The bytes; not to be altered.
    public byte[] bytes() {
        return utf8;
    }

    public <T> T as(Class<T> type) {
        return Wire.read(utf8, type);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawJson raw && Arrays.equals(utf8, raw.utf8);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(utf8);
    }

    @Override
    public String toString() {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    static final class Writer extends StdSerializer<RawJson> {
        @Serial
        private static final long serialVersionUID = 1;

        Writer() {
            super(RawJson.class);
        }

        @Override
        public void serialize(RawJson value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeRawValue(new Utf8(value));
        }
    }

    static final class Reader extends StdDeserializer<RawJson> {
        @Serial
        private static final long serialVersionUID = 1;

        Reader() {
            super(RawJson.class);
        }

        @Override
        public RawJson deserialize(JsonParser json, DeserializationContext context) throws IOException {
            long from = json.currentTokenLocation().getByteOffset();
            Object source = json.currentTokenLocation().contentReference().getRawContent();
            if (!(source instanceof byte[] bytes)) {
                throw new IllegalStateException("raw JSON can be taken only from bytes read through Wire");
            }
            json.skipChildren();
            json.finishToken();
            return new RawJson(Arrays.copyOfRange(
                    bytes,
                    Math.toIntExact(from),
                    Math.toIntExact(json.currentLocation().getByteOffset())));
        }
    }

    /// Lets the generator copy the bytes straight into its buffer, without a string between.
    private record Utf8(RawJson raw) implements SerializableString {
        @Override
        public int appendUnquotedUTF8(byte[] buffer, int offset) {
            return copy(raw.utf8, buffer, offset);
        }

        @Override
        public byte[] asUnquotedUTF8() {
            return raw.bytes();
        }

        @Override
        public int putUnquotedUTF8(ByteBuffer out) {
            byte[] bytes = raw.utf8;
            if (bytes.length > out.remaining()) {
                return -1;
            }
            out.put(bytes);
            return bytes.length;
        }

        @Override
        public int writeUnquotedUTF8(OutputStream out) throws IOException {
            out.write(raw.utf8);
            return raw.utf8.length;
        }

        @Override
        public String getValue() {
            return raw.toString();
        }

        @Override
        public int charLength() {
            return getValue().length();
        }

        @Override
        public int appendUnquoted(char[] buffer, int offset) {
            String text = getValue();
            if (offset + text.length() > buffer.length) {
                return -1;
            }
            text.getChars(0, text.length(), buffer, offset);
            return text.length();
        }

        @Override
        public char[] asQuotedChars() {
            return new SerializedString(getValue()).asQuotedChars();
        }

        @Override
        public byte[] asQuotedUTF8() {
            return new SerializedString(getValue()).asQuotedUTF8();
        }

        @Override
        public int appendQuotedUTF8(byte[] buffer, int offset) {
            return copy(asQuotedUTF8(), buffer, offset);
        }

        @Override
        public int appendQuoted(char[] buffer, int offset) {
            return new SerializedString(getValue()).appendQuoted(buffer, offset);
        }

        @Override
        public int writeQuotedUTF8(OutputStream out) throws IOException {
            return new SerializedString(getValue()).writeQuotedUTF8(out);
        }

        @Override
        public int putQuotedUTF8(ByteBuffer out) {
            return new SerializedString(getValue()).putQuotedUTF8(out);
        }

        private static int copy(byte[] bytes, byte[] buffer, int offset) {
            if (offset + bytes.length > buffer.length) {
                return -1;
            }
            System.arraycopy(bytes, 0, buffer, offset, bytes.length);
            return bytes.length;
        }
    }
}
