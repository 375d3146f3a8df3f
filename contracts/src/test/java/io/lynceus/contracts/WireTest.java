package io.lynceus.contracts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonPointer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {
    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ \"a\" : 1.00 , \"é\":\"\\u00e9\"}",
                "{}",
                "[1,2 ]",
                "17.250",
                "\"text with \\\" quote\"",
                "true",
                "{\"long\":\"0123456789012345678901234567890123456789012345678901234567890123456789\"}"
            })
    void embeddedJsonIsKeptByteForByte(String raw) {
        byte[] received =
                utf8("{\"$schema\":\"s\",\"featured\": " + raw + " ,\"activation\":1,\"classification\":null}");
        ClassifiedDetection read = Wire.read(received, ClassifiedDetection.class);
        assertEquals(raw, read.featured().toString());
        String written = new String(Wire.write(read), StandardCharsets.UTF_8);
        assertTrue(written.contains("\"featured\":" + raw + ","), written);
    }

    @Test
    void embeddedJsonLargerThanTheWriteBufferIsKept() {
        String raw = "{\"a\":\"" + "x".repeat(100_000) + "é\"}";
        byte[] received = utf8("{\"featured\":" + raw + ",\"activation\":1}");
        byte[] written = Wire.write(Wire.read(received, ClassifiedDetection.class));
        assertArrayEquals(
                utf8(raw),
                Wire.read(written, ClassifiedDetection.class).featured().bytes());
    }

    @Test
    void oneValueIsReadOutOfAnother() {
        byte[] json =
                utf8("{\"other\":{\"detection\":1},\"enhanced\":{\"x\":[{}],\"detection\":{\"id\":\"a\"}},\"y\":2}");
        assertEquals(
                "{\"id\":\"a\"}",
                Wire.treeAt(json, JsonPointer.compile("/enhanced/detection")).toString());
        assertEquals(Wire.tree(json), Wire.treeAt(json, JsonPointer.empty()));
        assertTrue(Wire.treeAt(json, JsonPointer.compile("/enhanced/source")).isMissingNode());
        assertTrue(Wire.treeAt(utf8("null"), JsonPointer.compile("/detection")).isMissingNode());
        assertThrows(UnreadableJson.class, () -> Wire.treeAt(utf8("no"), JsonPointer.compile("/detection")));
    }

    @Test
    void nullIsNoValue() {
        assertThrows(UnreadableJson.class, () -> Wire.read(utf8("null"), Detection.class));
        assertThrows(UnreadableJson.class, () -> Wire.read(Wire.tree(utf8("null")), Detection.class));
        assertThrows(UnreadableJson.class, () -> Wire.readStrictly(Wire.tree(utf8("null")), Detection.class));
    }

    @Test
    void unknownFieldIsToleratedOnTopicsAndRefusedOverRestByName() {
        byte[] json = utf8("{\"name\":\"soft\",\"low_kev\":0.5,\"high_kev\":2,\"flux_mjy\":3}");
        assertEquals("soft", Wire.read(json, Detection.Band.class).name());
        UnreadableJson refused =
                assertThrows(UnreadableJson.class, () -> Wire.readStrictly(Wire.tree(json), Detection.Band.class));
        assertTrue(refused.getMessage().startsWith("unknown field flux_mjy; known here: "), refused.getMessage());
        assertTrue(refused.getMessage().contains("flux_cgs"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"soft\",\"low_kev\":NaN,\"high_kev\":2}",
                "{\"name\":\"soft\",\"low_kev\":\"NaN\",\"high_kev\":2}",
                "{\"name\":\"soft\",\"low_kev\":Infinity,\"high_kev\":2}",
                "{\"name\":\"soft\",\"low_kev\":\"0.5\",\"high_kev\":2}",
                "{\"name\":\"soft\",\"low_kev\":null,\"high_kev\":2}",
                "{\"name\":\"soft\",\"high_kev\":2}",
                "{\"name\":\"soft\",\"low_kev\":1,\"high_kev\":2} trailing",
                "not json",
                ""
            })
    void whatIsNoNumberIsRefused(String json) {
        assertThrows(UnreadableJson.class, () -> Wire.read(utf8(json), Detection.Band.class));
    }

    @Test
    void fieldGivenTwiceIsRefusedInWhatOthersWrote() {
        byte[] json = utf8("{\"low_kev\":1,\"low_kev\":2}");
        UnreadableJson refused = assertThrows(UnreadableJson.class, () -> Wire.tree(json));
        assertTrue(refused.getMessage().contains("low_kev"), refused.getMessage());
    }
}
