package io.credithub.store.sql;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SumBytesTest {
    @Test
    void whatIsWrittenIsRead() {
        long[] values = {
            0, 1, -1, 63, 64, -64, -65, 8_191, 8_192, 1600, Long.MAX_VALUE, Long.MIN_VALUE
        };

        assertArrayEquals(values, SumBytes.read(SumBytes.of(values).getBytes()));
    }

    @Test
    void anyRowOfSumsIsRead() {
        Random random = new Random(7);
        for (int round = 0; round < 1_000; round++) {
            long[] values =
                    random.longs(random.nextInt(60)).map(v -> v >> random.nextInt(64)).toArray();

            assertArrayEquals(values, SumBytes.read(SumBytes.of(values).getBytes()));
        }
    }

    @Test
    void zerosTakeOneByteEach() {
        assertEquals(45, SumBytes.of(new long[45]).length());
        assertArrayEquals(
                new long[] {0, 3}, SumBytes.read(SumBytes.of(new int[] {0, 3}).getBytes()));
    }
}
