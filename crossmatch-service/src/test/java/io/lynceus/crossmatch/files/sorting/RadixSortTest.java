package io.lynceus.crossmatch.files.sorting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RadixSortTest {
    private final Random random = new Random(81);

    @Test
    void numbersComeInTheOrderOfTheirHigherBitsAndElseAsTheyWere() {
        for (int count : new int[] {0, 1, 2, 7, 1000, 5000}) {
            for (int spread : new int[] {1, 12, 40, 63}) {
                for (int lowestBits : new int[] {0, 1, 20, 25}) {
                    long[] keys = random.longs(count)
                            .map(key -> key >>> Long.SIZE - spread)
                            .toArray();
                    long[] expected = LongStream.of(keys)
                            .boxed()
                            .sorted(Comparator.comparing(key -> key >>> lowestBits))
                            .mapToLong(Long::longValue)
                            .toArray();
                    assertArrayEquals(expected, RadixSort.sorted(keys, lowestBits));
                }
            }
        }
    }

    @Test
    void equalNumbersAreLeftAlone() {
        long[] equal = new long[100];
        Arrays.fill(equal, Long.MAX_VALUE);
        assertArrayEquals(equal.clone(), RadixSort.sorted(equal, 3));
    }
}
