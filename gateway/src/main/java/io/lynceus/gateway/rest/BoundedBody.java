package io.lynceus.gateway.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.lynceus.contracts.ProblemDocument;
import io.lynceus.runtime.problem.Problem;
import java.io.IOException;
import java.io.InputStream;

/// Reads a JSON body within bounds, before anything is made of it.
///
/// A small body can hold a million values, and each costs far more memory as an object than as text. Bytes, values and
/// depth are therefore counted in one pass that keeps nothing.
public final class BoundedBody {
    /// Most bytes of a body that is not a list of detections.
    public static final int SMALL_BYTES = 64 * 1024;

    /// Most JSON tokens of a body. A thousand detections of eight bands have some 130,000.
    private static final int MOST_TOKENS = 400_000;

    /// Deepest nesting. A detection in its list has 5 levels.
    private static final int MOST_DEPTH = 32;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxTokenCount(MOST_TOKENS)
                    .maxNestingDepth(MOST_DEPTH)
                    .build())
            .build();

    private BoundedBody() {}

    /// All bytes of a body.
    ///
    /// A body that is not JSON passes: its reader says what is wrong.
    ///
    /// @throws Problem 413 if the body has more bytes, values or levels than allowed
    public static byte[] read(InputStream in, int maxBytes) throws IOException {
        byte[] body = in.readNBytes(maxBytes + 1);
        if (body.length > maxBytes) {
            throw tooLarge("the body has more than " + maxBytes + " bytes; send it in parts");
        }
        count(body);
        return body;
    }

    private static void count(byte[] body) {
        try (JsonParser parser = JSON.createParser(body)) {
            JsonToken token = parser.nextToken();
            while (token != null) {
                token = parser.nextToken();
            }
        } catch (StreamConstraintsException e) {
            throw tooLarge("the body has more than " + MOST_TOKENS + " JSON values or more than " + MOST_DEPTH
                    + " levels; send it in parts");
        } catch (IOException notJson) {
            return;
        }
    }

    static Problem tooLarge(String detail) {
        return new Problem(ProblemDocument.of("too-large", "The request is too large", 413, detail));
    }
}
