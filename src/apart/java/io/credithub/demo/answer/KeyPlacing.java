package io.credithub.demo.answer;

import io.credithub.demo.injected.OfficialProgramme;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Which of a teacher's records are one training, which count, and which are held: the rules read a
/// second time, pair by pair, without families, keys or order of arrival.
public final class KeyPlacing {
    private static final int SAME_PROGRAMME_DAYS = 31;
    private static final int ALIKE_DAYS = 15;
    private static final int ALIKE_HOURS_PERCENT = 20;
    private static final int HOURS_A_DAY_MAX = 1200;

    private final KeyRegister register;
    private final KeyCrowds crowds;
    private final IdentityHashMap<KeyRecord, OfficialProgramme> official = new IdentityHashMap<>();

    public KeyPlacing(KeyRegister register) {
        this(register, KeyCrowds.none());
    }

    public KeyPlacing(KeyRegister register, KeyCrowds crowds) {
        this.register = register;
        this.crowds = crowds;
    }

    /// @param records of one teacher, in any order
    public Map<KeyRecord, KeyFate> place(List<KeyRecord> records) {
        official.clear();
        for (KeyRecord record : records) {
            OfficialProgramme found = register.find(record);
            if (found != null) official.put(record, found);
        }
        Map<KeyRecord, KeyFate> fates = new LinkedHashMap<>();
        List<KeyRecord> counting = new ArrayList<>();
        for (KeyRecord record : records.stream().sorted(order()).toList()) {
            KeyFate fate = fate(record, counting);
            fates.put(record, fate);
            if (fate.isInForce()) counting.add(record);
        }
        together(fates, counting);
        return fates;
    }

    private KeyFate fate(KeyRecord record, List<KeyRecord> counting) {
        OfficialProgramme known = official.get(record);
        if (!KeyAgreements.mayReport(record, known != null))
            return KeyFate.held(unauthorised(record), List.of());
        if (known != null && known.isWithdrawn()) return KeyFate.held("NOT_AUTHORISED", List.of());
        boolean isTooEarly = known != null && record.lastDay().isBefore(known.startsOn());
        if (isTooEarly || hoursADay(record) > HOURS_A_DAY_MAX || crowds.has(record))
            return KeyFate.held("IMPLAUSIBLE", List.of());
        for (KeyRecord other : counting) {
            if (isConfirmed(record, other)) return KeyFate.aside(other);
        }
        List<KeyRecord> maybe =
                counting.stream().filter(other -> suspicion(record, other) != null).toList();
        if (maybe.isEmpty()) return KeyFate.IN_FORCE;
        String reason = Objects.requireNonNull(suspicion(record, maybe.getFirst()));
        return KeyFate.held(reason, maybe);
    }

    /// Where nothing but the register stands against it, and the register has several, it is for
    /// somebody to say which one is meant.
    private String unauthorised(KeyRecord record) {
        boolean isShared = register.isShared(record) && KeyAgreements.mayReport(record, true);
        return isShared ? "AMBIGUOUS" : "NOT_AUTHORISED";
    }

    /// What nobody can have done besides.
    private void together(Map<KeyRecord, KeyFate> fates, List<KeyRecord> counting) {
        List<KeyRecord> believed = new ArrayList<>();
        for (KeyRecord record : counting) {
            KeyRecord against = against(record, believed);
            if (against == null) believed.add(record);
            else fates.put(record, KeyFate.held("IMPLAUSIBLE", List.of(against)));
        }
    }

    private static @Nullable KeyRecord against(KeyRecord record, List<KeyRecord> believed) {
        if (record.told().form() != Form.CENTRALISED) return null;
        String organiser = record.told().organiser();
        long full = hoursADay(record);
        for (KeyRecord other : believed) {
            if (other.told().form() != Form.CENTRALISED || !record.overlaps(other)) continue;
            String another = other.told().organiser();
            boolean elsewhere = organiser != null && another != null && !organiser.equals(another);
            full += hoursADay(other);
            if (elsewhere || full > HOURS_A_DAY_MAX) return other;
        }
        return null;
    }

    private Comparator<KeyRecord> order() {
        return Comparator.comparingInt(this::precedence)
                .thenComparing(Comparator.comparingInt(KeyPlacing::evidence).reversed())
                .thenComparing(record -> record.system().feed())
                .thenComparing(KeyRecord::recordId);
    }

    /// By the level of the registered programme, if it is one.
    private int precedence(KeyRecord record) {
        OfficialProgramme found = official.get(record);
        Level level = found == null ? record.told().level() : found.programme().level();
        return KeyAgreements.precedence(level, record.system());
    }

    private static int evidence(KeyRecord record) {
        return record.details().evidence();
    }

    private boolean isConfirmed(KeyRecord one, KeyRecord other) {
        OfficialProgramme first = official.get(one);
        OfficialProgramme second = official.get(other);
        if (first != null && first.equals(second)) {
            return one.overlaps(other) || one.daysApart(other) <= SAME_PROGRAMME_DAYS;
        }
        boolean uncoded = one.told().code() == null || other.told().code() == null;
        return uncoded && one.system() != other.system() && hasSameNameDayAndLevel(one, other);
    }

    private static boolean hasSameNameDayAndLevel(KeyRecord one, KeyRecord other) {
        return one.lastDay().equals(other.lastDay())
                && one.told().level() == other.told().level()
                && KeyName.normal(one.details().name())
                        .equals(KeyName.normal(other.details().name()));
    }

    /// @return why two records may be one; null if they are two
    private @Nullable String suspicion(KeyRecord one, KeyRecord other) {
        if (one.system() == other.system()) return isEqual(one, other) ? "WITHIN_SOURCE" : null;
        OfficialProgramme first = official.get(one);
        OfficialProgramme second = official.get(other);
        boolean areTwo = first != null && second != null && !first.equals(second);
        boolean near = one.daysApart(other) <= ALIKE_DAYS;
        boolean measure = hoursNear(one, other) || one.award() == other.award();
        return !areTwo && near && measure && KeyName.alike(one, other) ? "SUSPECTED" : null;
    }

    /// All but the record's id.
    private static boolean isEqual(KeyRecord one, KeyRecord other) {
        return one.told().equals(other.told()) && one.details().equals(other.details());
    }

    private static boolean hoursNear(KeyRecord one, KeyRecord other) {
        int larger = Math.max(one.hours(), other.hours());
        return 100L * Math.abs(one.hours() - other.hours()) <= (long) ALIKE_HOURS_PERCENT * larger;
    }

    /// Of centralised training, in hundredths of an hour, rounded up; else 0.
    private static long hoursADay(KeyRecord record) {
        if (record.told().form() != Form.CENTRALISED) return 0;
        long days = record.lastDay().toEpochDay() - record.firstDay().toEpochDay() + 1;
        return Math.ceilDiv(record.hours(), days);
    }
}
