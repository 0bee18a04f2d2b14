package io.credithub.apart.bench;

import io.credithub.demo.model.Divisions;
import io.credithub.domain.reconcile.BreakCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// One school year of a province, as four systems report it, for runs of reconciliation: teachers
/// of eight records each, and what is about each record. A function of size and seed, so that what
/// a run must find is counted here and not by the hub.
///
/// A teacher's first record is in force, and what its copies are copies of. The last one is a
/// training, and of one teacher in twenty a result that is worth more than a cycle takes. One
/// teacher in forty, beside these, has no record at all, unless more are asked for.
public final class ReconcileProvince {
    public static final int RECORDS_EACH = 8;

    /// The records of so many come in whole thousands, so that shares are exact.
    public static final int RECORDS_STEP = RECORDS_EACH * ReconcileKind.ALL;

    private static final int FIRST = 0;
    private static final int LAST = RECORDS_EACH - 1;
    private static final int BETWEEN = RECORDS_EACH - 2;
    private static final int CAPPED = 20;
    private static final int WITHOUT = 40;
    private static final int STRIDE = 7_919;
    private static final int DAYS = 320;

    private final int teachers;
    private final int without;
    private final long seed;
    private final List<String> counties = counties();

    /// @param records a multiple of [#RECORDS_STEP]
    public ReconcileProvince(int records, long seed) {
        this(records, records / RECORDS_EACH / WITHOUT, seed);
    }

    /// @param records a multiple of [#RECORDS_STEP]
    /// @param without how many teachers have none
    public ReconcileProvince(int records, int without, long seed) {
        if (without < 0) throw new IllegalArgumentException("fewer teachers than have records");
        if (records < RECORDS_STEP || records % RECORDS_STEP != 0) {
            throw new IllegalArgumentException("records in steps of " + RECORDS_STEP);
        }
        this.teachers = records / RECORDS_EACH;
        this.without = without;
        this.seed = Math.floorMod(seed, ReconcileKind.ALL);
    }

    private static List<String> counties() {
        List<String> codes = new ArrayList<>();
        String published = new String(Divisions.published(), StandardCharsets.UTF_8);
        for (String line : published.lines().skip(1).toList()) {
            String[] row = line.split(",", -1);
            if (row[2].equals("county") && row[4].equals("GB/T 2260")) codes.add(row[0]);
        }
        return codes;
    }

    /// Who has records, from 1.
    public int teachers() {
        return teachers;
    }

    /// Behind them, who has none.
    public int teachersWithout() {
        return without;
    }

    /// The county of a teacher, with records or without.
    public String county(int teacher) {
        return counties.get(teacher % counties.size());
    }

    public List<String> divisions() {
        return List.copyOf(counties);
    }

    /// What is about one of a teacher's records.
    ///
    /// @param slot 0 to 7
    public ReconcileKind kind(int teacher, int slot) {
        if (slot == FIRST || slot == LAST) return ReconcileKind.CLEAN;
        long number = (long) (teacher - 1) * BETWEEN + slot - 1;
        return ReconcileKind.at(Math.toIntExact((number * STRIDE + seed) % ReconcileKind.ALL));
    }

    /// Whether a teacher's last record is a result that no cycle takes whole.
    public boolean isCapped(int teacher) {
        return teacher % CAPPED == 0;
    }

    /// Days of its completion after the first that counts here.
    public int day(int teacher, int slot) {
        return Math.floorMod(teacher * 31 + slot * 47, DAYS);
    }

    /// How many breaks of each code a run must find.
    ///
    /// @param county its code; empty: the whole province, with what is nobody's
    public Map<BreakCode, Long> breaks(String county) {
        Map<BreakCode, Long> breaks = new EnumMap<>(BreakCode.class);
        for (int teacher = 1; teacher <= teachers + without; teacher++) {
            if (!county.isEmpty() && !county(teacher).equals(county)) continue;
            if (teacher > teachers) {
                breaks.merge(BreakCode.NO_RECORDS, 1L, Long::sum);
                continue;
            }
            if (isCapped(teacher)) breaks.merge(BreakCode.CAP_OR_FLOOR, 1L, Long::sum);
            for (int slot = 0; slot < RECORDS_EACH; slot++) {
                ReconcileKind kind = kind(teacher, slot);
                BreakCode code = kind.code();
                if (code == null || (!county.isEmpty() && kind.isOfNobody())) continue;
                breaks.merge(code, 1L, Long::sum);
            }
        }
        return breaks;
    }
}
