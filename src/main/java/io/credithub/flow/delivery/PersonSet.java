package io.credithub.flow.delivery;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;

/// Distinct persons, each a 64-bit keyed hash. Two persons of a delivery of a million share one
/// with a probability of about 3 in 100 million.
public final class PersonSet {
    private long[] persons = new long[64];
    private int size;

    public void add(long person) {
        if (size == persons.length) persons = Arrays.copyOf(persons, 2 * size);
        persons[size++] = person;
    }

    /// Distinct and ascending.
    public long[] sorted() {
        Arrays.sort(persons, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || persons[i] != persons[i - 1]) persons[kept++] = persons[i];
        }
        size = kept;
        return Arrays.copyOf(persons, kept);
    }

    /// @return 8 bytes a person, big-endian
    public static byte[] bytes(long[] persons) {
        ByteBuffer bytes = ByteBuffer.allocate(persons.length * Long.BYTES);
        for (long person : persons) bytes.putLong(person);
        return bytes.array();
    }

    /// How many distinct persons several chunks name together.
    public static long count(Collection<byte[]> chunks) {
        PersonSet all = new PersonSet();
        for (byte[] chunk : chunks) {
            ByteBuffer bytes = ByteBuffer.wrap(chunk);
            while (bytes.hasRemaining()) all.add(bytes.getLong());
        }
        return all.sorted().length;
    }
}
