package io.credithub.demo.answer;

import io.credithub.demo.injected.InjectedCase;
import io.credithub.demo.model.SimulatedCopy;
import io.credithub.demo.model.SimulatedTeacher;
import io.credithub.demo.model.SourceSystem;
import io.credithub.domain.completion.Form;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What must be found about a teacher's records that count, stand aside or are held: the first that
/// holds of what can be said of each.
public final class KeyBreaks {
    private KeyBreaks() {}

    /// @param fates of all the teacher's records
    public static List<KeyBreak> of(SimulatedTeacher teacher, Map<KeyRecord, KeyFate> fates) {
        List<KeyBreak> found = new ArrayList<>();
        fates.forEach((record, fate) -> add(found, teacher, record, fate));
        return found;
    }

    /// What is known of a planted case beside its records' fates.
    static List<KeyBreak> of(InjectedCase planted) {
        return switch (planted.kind()) {
            case OTHER_NAME, OTHER_COUNTY, LATE_REPORT, LATE_FOR_TOTAL, SHARED_TITLE ->
                    List.of(about(planted, "RECORD"));
            case OTHER_PERSON, NOT_ON_ROSTER, UNMAPPED -> List.of(about(planted, "INTAKE"));
            case TAKEN_BACK, DECIDED_TAKEN_BACK -> List.of(about(planted, "WITHDRAWAL"));
            case NEVER_CAME, NOT_ENROLLED ->
                    List.of(expected(planted, SourceSystem.PROVINCE, planted.teacher().number()));
            case NOT_ENROLLED_ALIAS ->
                    List.of(expected(planted, SourceSystem.VENDOR, planted.teacher().number()));
            case ENROLLED_STRANGER -> List.of(expected(planted, SourceSystem.PROVINCE, ""));
            default -> List.of();
        };
    }

    /// @param teacher empty of a person whom nobody knows
    private static KeyBreak expected(InjectedCase planted, SourceSystem system, String teacher) {
        return new KeyBreak("EXPECTATION", planted.kind().code(), false, system.feed(), teacher);
    }

    private static KeyBreak about(InjectedCase planted, String aspect) {
        SimulatedCopy copy = planted.records().getFirst().copy();
        return KeyBreak.ofRecord(aspect, planted.kind().code(), copy.system(), copy.recordId());
    }

    private static void add(
            List<KeyBreak> found, SimulatedTeacher teacher, KeyRecord record, KeyFate fate) {
        switch (fate.letter()) {
            case 'A' -> found.add(ofCopy(record, fate.peers().getFirst()));
            case 'H' -> found.add(ofHold(record, fate));
            default -> {
                figure(found, record);
                LocalDate left = teacher.leftOn();
                if (left != null && left.isBefore(record.lastDay())) {
                    found.add(about(record, "RECORD", "ROSTER"));
                } else if (lacksEvidence(record)) {
                    found.add(about(record, "RECORD", "EVIDENCE_MISSING"));
                }
            }
        }
    }

    private static boolean lacksEvidence(KeyRecord record) {
        return KeyAgreements.asksForEvidence(record.told().level())
                && record.details().evidence() == 0;
    }

    private static KeyBreak ofHold(KeyRecord record, KeyFate fate) {
        String reason = Objects.requireNonNull(fate.reason());
        String code =
                switch (reason) {
                    case "SUSPECTED", "WITHIN_SOURCE" -> {
                        if (fate.peers().size() > 1) yield "AMBIGUOUS";
                        yield reason.equals("SUSPECTED")
                                ? "SUSPECTED_DUPLICATE"
                                : "DUPLICATE_WITHIN_SOURCE";
                    }
                    default -> reason;
                };
        return about(record, "HOLD", code);
    }

    /// As far as both sides state a thing.
    private static KeyBreak ofCopy(KeyRecord aside, KeyRecord counts) {
        String code = firstDifference(aside, counts);
        boolean isInformation = code.equals("DUPLICATE_ACROSS_SOURCES");
        return about(aside, "COPY", code).told(isInformation);
    }

    private static String firstDifference(KeyRecord one, KeyRecord other) {
        if (one.told().level() != other.told().level() || one.told().form() != other.told().form())
            return "LEVEL_OR_FORM";
        if (splitsDiffer(one, other)) return "LEVEL_OR_FORM";
        boolean sameDays =
                one.firstDay().equals(other.firstDay()) && one.lastDay().equals(other.lastDay());
        if (!sameDays) return "PERIOD";
        if (one.hours() != other.hours()) return "HOURS";
        if (one.details().grade() != other.details().grade()) return "GRADE";
        if (differ(one.details().attendance(), other.details().attendance())) return "ATTENDANCE";
        if (themesDiffer(one, other)) return "THEME";
        return figuresDiffer(one, other) ? "CREDIT" : "DUPLICATE_ACROSS_SOURCES";
    }

    private static boolean splitsDiffer(KeyRecord one, KeyRecord other) {
        if (!one.details().isSplit(Form.BLENDED) || !other.details().isSplit(Form.BLENDED))
            return false;
        return one.told().form() == Form.BLENDED
                && (one.details().inPresence() != other.details().inPresence()
                        || one.hours() != other.hours());
    }

    private static boolean differ(@Nullable Integer one, @Nullable Integer other) {
        return one != null && other != null && !one.equals(other);
    }

    private static boolean themesDiffer(KeyRecord one, KeyRecord other) {
        List<String> first = one.told().themes();
        List<String> second = other.told().themes();
        return !first.isEmpty() && !second.isEmpty() && !first.equals(second);
    }

    private static boolean figuresDiffer(KeyRecord one, KeyRecord other) {
        if (one.credits().isEmpty() || other.credits().isEmpty()) return false;
        long first = hundredths(one.credits());
        long second = hundredths(other.credits());
        return first != second && first != whole(second) && second != whole(first);
    }

    private static void figure(List<KeyBreak> found, KeyRecord record) {
        if (record.credits().isEmpty()) return;
        long own = hundredths(record.credits());
        long award = record.award();
        if (own == award) return;
        boolean isRounding = own == whole(award);
        found.add(about(record, "FIGURE", "CREDIT").told(isRounding));
    }

    /// As the national system takes it.
    private static long whole(long hundredths) {
        return (hundredths + 50) / 100 * 100;
    }

    private static long hundredths(String credits) {
        return new BigDecimal(credits).movePointRight(2).longValueExact();
    }

    private static KeyBreak about(KeyRecord record, String aspect, String code) {
        return KeyBreak.ofRecord(aspect, code, record.system(), record.recordId());
    }
}
