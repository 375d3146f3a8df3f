package io.lynceus.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class CanonicalDigestTest {
    @Test
    void layoutMakesNoDifference() {
        assertEquals(
                of("{\"id\":\"a\",\"flux\":2e-15,\"z\":null,\"list\":[1,{\"x\":true}]}"),
                of("{ \"$schema\":\"s\", \"list\": [1.0, {\"x\": true}],\n \"flux\": 2.0E-15, \"id\": \"a\" }"));
    }

    @Test
    void contentMakesOne() {
        assertNotEquals(of("{\"a\":1}"), of("{\"a\":2}"));
        assertNotEquals(of("{\"a\":1}"), of("{\"a\":\"1\"}"));
        assertNotEquals(of("{\"a\":[1,2]}"), of("{\"a\":[2,1]}"));
        assertNotEquals(of("{\"a\":\"b=\"}"), of("{\"a=\":\"b\"}"));
        assertNotEquals(of("{\"a\":[[1],2]}"), of("{\"a\":[[1,2]]}"));
        assertNotEquals(of("{\"a\":true}"), of("{\"a\":false}"));
    }

    private static String of(String json) {
        return CanonicalDigest.of(Wire.tree(json.getBytes(UTF_8)));
    }
}
