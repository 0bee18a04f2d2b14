package io.credithub.torture.load;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// A made-up feed without an end. A batch is a function of the seed and its number; some of its
/// records change, withdraw or repeat records of batches before or behind it, and some are broken.
public final class RecordMaker {
    public static final int KNOWN = 120;
    public static final int LATE = 24;
    static final int UNKNOWN = 6;
    private static final int NEAR = 12;
    private static final int CREDITS_MAX = 12;

    private final long seed;
    private final String prefix;
    private final int size;
    private final boolean repeats;

    /// @param prefix of its record identifiers: no two makers of one feed share it
    /// @param size records in a batch
    /// @param repeats whether the same record comes twice; a source that gives each sending a time
    ///   of its own cannot repeat one
    public RecordMaker(long seed, String prefix, int size, boolean repeats) {
        this.seed = seed + prefix.hashCode();
        this.prefix = prefix;
        this.size = size;
        this.repeats = repeats;
    }

    private record BatchLine(int batch, int line) {}

    /// Teachers are numbered from 0: known, then those of the late roster, then nobody's.
    public static String teacherNo(int teacher) {
        return "TORT-%04d".formatted(teacher);
    }

    /// Whether a roster ever names the teacher.
    public static boolean isEverKnown(String teacherNo) {
        return teacherNo.compareTo(teacherNo(KNOWN + LATE)) < 0;
    }

    public List<Sent> batch(int number) {
        return IntStream.range(0, size).mapToObj(i -> sent(new BatchLine(number, i))).toList();
    }

    private Sent sent(BatchLine at) {
        SplittableRandom dice = dice(at, 2);
        int thrown = dice.nextInt(100);
        int credits = 1 + dice.nextInt(CREDITS_MAX);
        if (thrown < 70) return of(Sent.Lot.FIRST, at, 1, credits);
        int nearby = Math.max(0, at.batch + dice.nextInt(-NEAR, NEAR));
        BatchLine other = new BatchLine(nearby, dice.nextInt(size));
        int revision = 2 + size * at.batch + at.line;
        if (thrown < 82) return of(Sent.Lot.CHANGED, other, revision, credits);
        if (thrown < 88) return of(Sent.Lot.WITHDRAWN, other, revision, 0);
        if (thrown >= 95) return of(Sent.Lot.BROKEN, at, 1, credits);
        if (!repeats) return of(Sent.Lot.FIRST, at, 1, credits);
        return of(Sent.Lot.REPEATED, other, 1, firstCredits(other));
    }

    private Sent of(Sent.Lot lot, BatchLine record, int revision, int credits) {
        String id = "%s-%d-%d".formatted(prefix, record.batch, record.line);
        int teacher = dice(record, 1).nextInt(KNOWN + LATE + UNKNOWN);
        return new Sent(lot, id, revision, teacherNo(teacher), credits);
    }

    private int firstCredits(BatchLine record) {
        SplittableRandom dice = dice(record, 2);
        dice.nextInt(100);
        return 1 + dice.nextInt(CREDITS_MAX);
    }

    private SplittableRandom dice(BatchLine place, int purpose) {
        long own = seed + 31L * ((long) size * place.batch + place.line) + 7L * purpose;
        return new SplittableRandom(new SplittableRandom(own).nextLong());
    }
}
