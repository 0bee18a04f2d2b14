package io.credithub.apart.bench;

import io.credithub.flow.delivery.Digest;
import java.time.LocalDate;
import java.util.UUID;

/// The records of a [ReconcileProvince] as lines for `COPY`, as matching leaves them.
final class ReconcileRows {
    static final String COLUMNS =
            """
            record_key, version_no, feed_id, state, version_rank, version_value, content,
            delivery_id, position, teacher_id, programme_id, family, started_on, completed_on,
            hours, credits, experience, quality, school_year, policy_id, rule, level, form, grade,
            evidence, source_credits, record_id, themes, detail, hold, peer, match_rule,
            said_name\
            """;

    static final String[] FEEDS = {
        "province-platform", "national-platform", "vendor-push", "county-recognition"
    };
    static final int YEAR = 2025;

    /// A result that takes its teacher over the cap of a cycle, in hundredths.
    static final int RESULT = 2_500;

    /// What a teacher's first training is worth, and any other.
    static final int FIRST = 1_600;

    static final int OTHER = 480;

    private static final LocalDate FIRST_DAY = LocalDate.of(YEAR, 9, 10);
    private static final int FAMILIES = 400;
    private static final int OTHER_FAMILIES = 50;
    private static final String NONE = "\\N";

    private final ReconcileProvince province;
    private final int policy;
    private final Digest digest = new Digest();

    ReconcileRows(ReconcileProvince province, int policy) {
        this.province = province;
        this.policy = policy;
    }

    /// How many families of titles the records are of.
    static int families() {
        return FAMILIES + OTHER_FAMILIES * ReconcileProvince.RECORDS_EACH;
    }

    /// The place of the feed that reported it, from 0. Copies come from another than the first.
    int feed(int teacher, int slot, ReconcileKind kind) {
        if (slot == 0 || kind == ReconcileKind.HELD_WITHIN) return 0;
        boolean isOther = kind.isCopy() || kind == ReconcileKind.HELD_COPY;
        return isOther ? 1 + slot % (FEEDS.length - 1) : (teacher + slot) % FEEDS.length;
    }

    LocalDate completedOn(int teacher, int slot, ReconcileKind kind) {
        boolean isOfFirst =
                kind.isCopy()
                        || kind == ReconcileKind.HELD_COPY
                        || kind == ReconcileKind.HELD_WITHIN;
        LocalDate day = FIRST_DAY.plusDays(province.day(teacher, isOfFirst ? 0 : slot));
        return kind == ReconcileKind.OTHER_DAYS ? day.plusDays(2) : day;
    }

    String id(int teacher, int slot) {
        return "BR-%09d-%d".formatted(teacher, slot);
    }

    UUID key(int teacher, int slot, ReconcileKind kind) {
        return digest.of(FEEDS[feed(teacher, slot, kind)] + '\n' + id(teacher, slot));
    }

    /// The line of a record.
    ///
    /// @param position within its delivery
    String line(int teacher, int slot, ReconcileKind kind, long delivery, int position) {
        FilledTraining training = training(teacher, slot, kind);
        LocalDate completed = completedOn(teacher, slot, kind);
        UUID key = key(teacher, slot, kind);
        boolean hasPeer =
                kind.isCopy()
                        || kind == ReconcileKind.HELD_COPY
                        || kind == ReconcileKind.HELD_WITHIN;
        return String.join(
                        "\t",
                        key.toString(),
                        "1",
                        String.valueOf(feed(teacher, slot, kind) + 1),
                        String.valueOf(state(kind)),
                        "0\t0",
                        new UUID(key.getLeastSignificantBits(), key.getMostSignificantBits())
                                .toString(),
                        String.valueOf(delivery),
                        String.valueOf(position),
                        kind.isWaiting() ? NONE : String.valueOf(teacher),
                        training.family + "\t" + training.family,
                        training.isResult ? NONE : completed.minusDays(4).toString(),
                        completed.toString(),
                        String.valueOf(training.hours),
                        training.credits + "\t" + training.credits + "\t0",
                        String.valueOf(YEAR),
                        policy + "\t0",
                        String.valueOf(training.level),
                        String.valueOf(training.isResult ? 5 : training.form),
                        training.grade + "\t1",
                        training.figure == 0 ? NONE : String.valueOf(training.figure),
                        id(teacher, slot),
                        training.themes,
                        training.isResult ? "{\"category\":\"PAPER\"}" : NONE,
                        String.valueOf(hold(kind)),
                        hasPeer ? key(teacher, 0, ReconcileKind.CLEAN).toString() : NONE,
                        String.valueOf(rule(kind)),
                        kind == ReconcileKind.OTHER_NAME ? "1" : NONE)
                + "\n";
    }

    /// @param figure the source's own credits, 0 if it states none
    private record FilledTraining(
            int family,
            int hours,
            int credits,
            int level,
            int form,
            int grade,
            int figure,
            String themes,
            boolean isResult) {}

    private FilledTraining training(int teacher, int slot, ReconcileKind kind) {
        boolean isOfFirst =
                slot == 0
                        || kind.isCopy()
                        || kind == ReconcileKind.HELD_COPY
                        || kind == ReconcileKind.HELD_WITHIN;
        if (isOfFirst) {
            return new FilledTraining(
                    1 + teacher % FAMILIES,
                    kind == ReconcileKind.OTHER_HOURS ? 3_900 : 4_000,
                    FIRST,
                    kind == ReconcileKind.OTHER_LEVEL ? 1 : 2,
                    1,
                    kind == ReconcileKind.OTHER_GRADE ? 2 : 1,
                    kind == ReconcileKind.OTHER_FIGURE_OF_COPY ? 1_333 : FIRST,
                    kind == ReconcileKind.OTHER_THEME ? "ICT" : "ETHICS",
                    false);
        }
        int family = 1 + FAMILIES + slot * OTHER_FAMILIES + teacher % OTHER_FAMILIES;
        if (slot == ReconcileProvince.RECORDS_EACH - 1 && province.isCapped(teacher)) {
            return new FilledTraining(family, 0, RESULT, 2, 5, 0, 0, NONE, true);
        }
        return new FilledTraining(family, 2_000, OTHER, 3, 2, 1, figure(slot, kind), NONE, false);
    }

    private static int figure(int slot, ReconcileKind kind) {
        if (kind == ReconcileKind.WHOLE_CREDITS) return 500;
        if (kind == ReconcileKind.OTHER_FIGURE) return 333;
        return slot % 2 == 0 ? OTHER : 0;
    }

    private static int state(ReconcileKind kind) {
        if (kind.isCopy()) return 2;
        if (kind.isHeld()) return 6;
        if (kind == ReconcileKind.WITHDRAWN) return 3;
        return kind.isWaiting() ? 5 : 1;
    }

    private static int hold(ReconcileKind kind) {
        return switch (kind) {
            case HELD_LEVEL -> 1;
            case HELD_HOURS -> 21;
            case HELD_COPY -> 41;
            case HELD_WITHIN -> 42;
            default -> 0;
        };
    }

    private static int rule(ReconcileKind kind) {
        if (kind.isCopy()) return 54;
        if (kind == ReconcileKind.HELD_COPY) return 55;
        return kind == ReconcileKind.HELD_WITHIN ? 56 : 0;
    }
}
