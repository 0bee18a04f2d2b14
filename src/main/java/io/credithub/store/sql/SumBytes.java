package io.credithub.store.sql;

import io.credithub.domain.Narrow;
import io.vertx.core.buffer.Buffer;
import java.util.Arrays;

/// Rows of sums as bytes: each value zigzag, seven bits a byte, the lowest first. Most sums are 0
/// or small, so a standing takes a sixth of what an array of numbers would.
public final class SumBytes {
    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;
    private static final int LONGEST = 10;

    private SumBytes() {}

    public static Buffer of(long[] values) {
        byte[] bytes = new byte[values.length * LONGEST];
        int length = 0;
        for (long value : values) {
            long rest = value << 1 ^ value >> 63;
            for (; (rest & -MORE) != 0; rest >>>= BITS)
                bytes[length++] = Narrow.lowest(rest | MORE);
            bytes[length++] = Narrow.lowest(rest);
        }
        return Buffer.buffer(Arrays.copyOf(bytes, length));
    }

    public static Buffer of(int[] values) {
        long[] wide = new long[values.length];
        for (int i = 0; i < wide.length; i++) wide[i] = values[i];
        return of(wide);
    }

    public static long[] read(byte[] bytes) {
        long[] values = new long[bytes.length];
        int count = 0;
        for (int at = 0; at < bytes.length; at++) {
            long value = 0;
            int shift = 0;
            for (; bytes[at] < 0; at++, shift += BITS)
                value |= (long) (bytes[at] & MORE - 1) << shift;
            value |= (long) bytes[at] << shift;
            values[count++] = value >>> 1 ^ -(value & 1);
        }
        return Arrays.copyOf(values, count);
    }
}
