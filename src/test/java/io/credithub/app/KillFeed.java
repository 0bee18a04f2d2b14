package io.credithub.app;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A made-up feed without an end, and what must come of it. A batch is a function of the seed and
/// its number; some of its lines change, withdraw or repeat records of batches before or behind it.
///
/// Every record is a training of its own, three hours a credit, so that a sum of credits tells
/// which contents count.
final class KillFeed {
    static final int LINES = 60;
    private static final int KNOWN = 80;
    private static final int LATE = 20;
    private static final int UNKNOWN = 5;
    private static final int NEAR = 12;
    private static final String ROSTER_HEAD =
            "teacher_no,id_type,id_number,name,birth_date,school_code,school_name,division_code,"
                    + "status,confirmed_on,transferred_on,home_school_code\n";

    private final long seed;

    KillFeed(long seed) {
        this.seed = seed;
    }

    /// What a feed pushes at once, under one key.
    record Batch(String key, byte[] body) {}

    private record Place(int batch, int line) {
        String id() {
            return "K-" + batch + "-" + line;
        }
    }

    private enum Lot {
        FIRST,
        CHANGED,
        WITHDRAWN,
        REPEATED,
        BROKEN
    }

    /// @param credits whole; 0 if withdrawn
    private record Line(Lot lot, Place record, int revision, int credits) {}

    String roster() {
        return roster(0, KNOWN);
    }

    /// The teachers who become known while their records wait.
    String lateRoster() {
        return roster(KNOWN, KNOWN + LATE);
    }

    private static String roster(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(teacher -> teacherNo(teacher) + ",,,王小明,,S-1,第一小学,140105,ACTIVE,,,\n")
                .collect(Collectors.joining("", ROSTER_HEAD, ""));
    }

    private static String teacherNo(int teacher) {
        return "KILL-%04d".formatted(teacher);
    }

    Batch batch(int number) {
        StringBuilder body = new StringBuilder(LINES * 250);
        for (int i = 0; i < LINES; i++) body.append(text(line(new Place(number, i)))).append('\n');
        return new Batch("kill-" + number, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private SplittableRandom dice(Place place, int purpose) {
        return new SplittableRandom(
                new SplittableRandom(seed + 31L * (LINES * place.batch + place.line) + purpose)
                        .nextLong());
    }

    private int teacher(Place record) {
        return dice(record, 1).nextInt(KNOWN + LATE + UNKNOWN);
    }

    private Line line(Place at) {
        SplittableRandom dice = dice(at, 2);
        int thrown = dice.nextInt(100);
        int credits = 1 + dice.nextInt(12);
        if (thrown < 70) return new Line(Lot.FIRST, at, 1, credits);
        int nearby = Math.max(0, at.batch + dice.nextInt(-NEAR, NEAR));
        Place other = new Place(nearby, dice.nextInt(LINES));
        int revision = 2 + LINES * at.batch + at.line;
        if (thrown < 82) return new Line(Lot.CHANGED, other, revision, credits);
        if (thrown < 88) return new Line(Lot.WITHDRAWN, other, revision, 0);
        if (thrown < 95) return new Line(Lot.REPEATED, other, 1, firstCredits(other));
        return new Line(Lot.BROKEN, at, 1, credits);
    }

    private int firstCredits(Place record) {
        SplittableRandom dice = dice(record, 2);
        dice.nextInt(100);
        return 1 + dice.nextInt(12);
    }

    private String text(Line line) {
        String id = line.record.id();
        if (line.lot == Lot.WITHDRAWN) {
            return "{\"recordId\":\"%s\",\"revision\":%d,\"status\":\"WITHDRAWN\"}"
                    .formatted(id, line.revision);
        }
        return """
        {"recordId":"%s","revision":%d,"teacher":{"teacherNo":"%s","name":"王小明"},\
        "program":{"name":"研修 %s"},"level":"PROVINCE","form":"CENTRALISED","hours":%d,\
        "grade":"%s","completedOn":"2023-05-01"}\
        """
                .formatted(
                        id,
                        line.revision,
                        teacherNo(teacher(line.record)),
                        id,
                        3 * line.credits,
                        line.lot == Lot.BROKEN ? "SPLENDID" : "PASS");
    }

    /// Records of all deliveries together.
    record Counts(long received, long accepted, long rejected, long duplicate, long waiting) {}

    /// What must come of batches, in whatever order they came.
    ///
    /// @param credits in hundredths, by teacher; those without any are left out
    record Expected(Counts counts, Map<String, Long> credits) {}

    /// @param batches that were sent, from 0 on
    Expected expected(int batches) {
        Set<String> contents = new HashSet<>();
        Map<Place, Line> last = new HashMap<>();
        long broken = 0;
        for (int i = 0; i < batches * LINES; i++) {
            Line line = line(new Place(i / LINES, i % LINES));
            if (line.lot == Lot.BROKEN) {
                broken++;
                continue;
            }
            contents.add(line.record + " " + line.revision);
            last.merge(line.record, line, (a, b) -> a.revision >= b.revision ? a : b);
        }
        Map<String, Long> credits = new TreeMap<>();
        long waiting = 0;
        for (Line line : last.values()) {
            if (line.credits == 0) continue;
            int teacher = teacher(line.record);
            if (teacher >= KNOWN + LATE) waiting++;
            else credits.merge(teacherNo(teacher), 100L * line.credits, Long::sum);
        }
        long received = (long) batches * LINES;
        long duplicate = received - broken - contents.size();
        Counts counts = new Counts(received, contents.size() - waiting, broken, duplicate, waiting);
        return new Expected(counts, credits);
    }
}
