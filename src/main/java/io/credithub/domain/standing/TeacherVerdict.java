package io.credithub.domain.standing;

import io.credithub.domain.Article;
import io.credithub.domain.Text;
import io.credithub.domain.policy.terms.SchoolCalendar;
import io.credithub.domain.standing.YearStanding.YearState;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a list says of a teacher, for a school year or for a cycle: one word for everybody on the
/// roster, with records or without. Stored by [#code], which is never changed.
@Article({"二(四)", "三(二)", "五(三)"})
public enum TeacherVerdict {
    /// What is asked is there, though the year or the cycle may still run.
    QUALIFIED(
            1,
            "合格",
            "qualified",
            "要求已达到(学年或周期未结束的亦计)",
            "what is asked is there, though it may still run"),
    /// It is there by a loan: of a year, lent for it; of a cycle, one that is not repaid.
    BORROWED(
            2,
            "借贷",
            "borrowed",
            "学年所缺已借贷;周期尚有借贷未还",
            "what the year lacked is lent; of a cycle, a loan is not repaid"),
    /// Nothing is asked: all of it is exempted.
    EXEMPT(3, "免修", "exempt", "要求全部减免", "all that is asked is exempted"),
    /// The year or the cycle is over or decided, and something is missing.
    SHORT(4, "不合格", "short", "已结束或已审定,要求未达到", "over or decided, and something is missing"),
    /// Something is missing, and there is time left.
    NOT_YET(5, "进行中", "not yet", "尚缺,仍有时间", "something is missing, and there is time left"),
    /// Nothing of it is registered for this teacher, who came later.
    NOT_REGISTERED(6, "未登记", "not registered", "转正或调入之前", "before the confirmation or transfer"),
    /// Nothing of it is registered, and the first year of a new teacher lies in it.
    NEW(7, "新任教师", "new teacher", "新任教师第一学年", "the first year of a new teacher"),
    /// The teacher left before it was over.
    LEFT(8, "已离任", "left", "结束之前已离任", "left before it was over");

    private final int code;
    private final Text title;
    private final Text meaning;

    TeacherVerdict(int code, String zh, String en, String meaningZh, String meaningEn) {
        this.code = code;
        this.title = new Text(zh, en);
        this.meaning = new Text(meaningZh, meaningEn);
    }

    public int code() {
        return code;
    }

    public Text title() {
        return title;
    }

    /// In one sentence, for those who read a list.
    public Text meaning() {
        return meaning;
    }

    /// @throws IllegalArgumentException if no verdict has that code: a bug
    public static TeacherVerdict of(int code) {
        for (TeacherVerdict one : values()) if (one.code == code) return one;
        throw new IllegalArgumentException("no verdict " + code);
    }

    /// Of a cycle.
    ///
    /// @param calendar of the policy that the standing is computed under
    public static TeacherVerdict of(
            Standing standing, TeacherFacts teacher, SchoolCalendar calendar) {
        return switch (standing.verdict()) {
            case QUALIFIED -> isExempt(standing) ? EXEMPT : QUALIFIED;
            case BLOCKED -> BORROWED;
            case NOT_YET -> NOT_YET;
            case UNQUALIFIED -> SHORT;
            case LEFT -> LEFT;
            case NOT_REGISTERED -> {
                FirstYear first = FirstYear.of(teacher, calendar, standing.asOf());
                boolean isNew =
                        first != null
                                && standing.years().stream()
                                        .anyMatch(year -> first.has(year.schoolYear()));
                yield isNew ? NEW : NOT_REGISTERED;
            }
        };
    }

    /// Of a school year.
    ///
    /// @param asOf the day of the standing
    public static TeacherVerdict of(
            YearStanding year, TeacherFacts teacher, SchoolCalendar calendar, LocalDate asOf) {
        if (year.state() == YearState.LEFT && year.decided() == null) return LEFT;
        if (year.state() == YearState.NOT_REGISTERED && year.decided() == null) {
            FirstYear first = FirstYear.of(teacher, calendar, asOf);
            return first != null && first.has(year.schoolYear()) ? NEW : NOT_REGISTERED;
        }
        return switch (year.outcome()) {
            case UNQUALIFIED -> SHORT;
            case BORROWED -> BORROWED;
            case QUALIFIED -> there(year);
            case OPEN -> year.state() == YearState.RUNNING && year.met() ? there(year) : NOT_YET;
        };
    }

    /// Of a year of which nothing is missing.
    private static TeacherVerdict there(YearStanding year) {
        if (isBorrowed(year)) return BORROWED;
        return isExempt(year) ? EXEMPT : QUALIFIED;
    }

    private static boolean isBorrowed(YearStanding year) {
        return year.borrowed().hundredths() > 0
                || year.floors().stream().anyMatch(floor -> floor.borrowed().hundredths() > 0);
    }

    private static boolean isExempt(YearStanding year) {
        return year.exempted().hundredths() > 0 && year.minimum().hundredths() == 0;
    }

    private static boolean isExempt(Standing standing) {
        return standing.required().hundredths() == 0
                && standing.years().stream().anyMatch(year -> year.exempted().hundredths() > 0);
    }

    /// The school years in which a new teacher's first year lies: those of the twelve months before
    /// the confirmation, or before today where there is none yet.
    private record FirstYear(int from, int until) {
        static @Nullable FirstYear of(
                TeacherFacts teacher, SchoolCalendar calendar, LocalDate asOf) {
            LocalDate confirmed = teacher.confirmedOn();
            if (confirmed == null && !teacher.newTeacher()) return null;
            if (confirmed == null || confirmed.isAfter(asOf)) {
                return new FirstYear(
                        calendar.schoolYearOf(asOf.minusYears(1)), calendar.schoolYearOf(asOf));
            }
            return new FirstYear(
                    calendar.schoolYearOf(confirmed.minusYears(1)),
                    calendar.schoolYearOf(confirmed.minusDays(1)));
        }

        boolean has(int schoolYear) {
            return schoolYear >= from && schoolYear <= until;
        }
    }
}
