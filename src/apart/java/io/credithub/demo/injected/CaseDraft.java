package io.credithub.demo.injected;

import io.credithub.demo.model.Details;
import io.credithub.demo.model.Programme;
import io.credithub.demo.model.ReportedVersion;
import io.credithub.demo.model.ReportedVersion.Naming;
import io.credithub.demo.model.Result;
import io.credithub.demo.model.SeededRandom;
import io.credithub.demo.model.SimulatedCopy;
import io.credithub.demo.model.SimulatedFault;
import io.credithub.demo.model.SimulatedTeacher;
import io.credithub.demo.model.SimulatedYears;
import io.credithub.demo.model.SourceSystem;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a planted case is made of: a training of its own, which shares its name with no other, and
/// the records of it.
final class CaseDraft {
    private static final int LONG_AFTER = 3;
    private static final int STRAGGLING = 4;
    private static final int YEARS = 3;
    private static final int MONTH_DAYS = 30;
    private static final int SERIALS = 1_000;
    private static final int FIRST_SERIAL = 700;
    private static final String LETTERS =
            "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳" + "云腾致雨露结为霜金生丽水玉出昆冈" + "珠称夜光果珍李柰菜重芥姜海咸河淡鳞潜羽翔";
    private static final String[] PLACES = {"晋北", "晋中", "晋南", "晋东", "晋西"};
    private static final String[] SUBJECTS = {
        "语文", "数学", "英语", "物理", "化学", "生物", "历史", "地理", "音乐", "美术", "体育", "科学", "劳动", "心理", "学前",
        "特教"
    };
    private static final String[] AIMS = {
        "单元教学", "课堂评价", "作业优化", "命题研究", "阅读指导", "实验教学", "家校协同", "班级建设", "资源应用", "课例研磨", "读写结合",
        "跨学科主题"
    };

    /// So many of a kind have names of their own.
    static final int NAMES = PLACES.length * SUBJECTS.length * AIMS.length;

    private final InjectedKind kind;
    private final int number;
    private final SimulatedTeacher teacher;
    private final SeededRandom dice;
    private final LocalDate day;
    private final List<InjectedRecord> records = new ArrayList<>();

    CaseDraft(InjectedKind kind, int number, SimulatedTeacher teacher, SeededRandom dice) {
        this.kind = kind;
        this.number = number;
        this.teacher = teacher;
        this.dice = dice;
        int year = SimulatedYears.FIRST + (kind.isLent() ? YEARS : dice.below(YEARS));
        LocalDate any = SimulatedYears.start(year).plusDays(dice.between(60, 200));
        day =
                switch (kind) {
                    case LENT_OVERDUE -> SimulatedYears.EARLY_DAY;
                    case LATE_FOR_TOTAL ->
                            SimulatedYears.DECLARED_EARLY.atDay(1).plusDays(number % MONTH_DAYS);
                    default -> any;
                };
    }

    SeededRandom dice() {
        return dice;
    }

    LocalDate day() {
        return day;
    }

    SimulatedTeacher teacher() {
        return teacher;
    }

    InjectedCase done() {
        return new InjectedCase(kind, number, teacher, SimulatedYears.of(day), records);
    }

    /// Words that no other kind has in a name.
    String name() {
        return name(kind, number);
    }

    static String name(InjectedKind kind, int number) {
        String place = PLACES[number % PLACES.length];
        String subject = SUBJECTS[number / PLACES.length % SUBJECTS.length];
        String aim = AIMS[number / PLACES.length / SUBJECTS.length % AIMS.length];
        int letter = kind.place();
        return place + subject + "教师" + aim + "研修" + LETTERS.substring(letter, letter + 1);
    }

    /// A training of whole hours that make whole or broken credits, over six days.
    Programme programme(Level level, Form form) {
        int hours = 100 * dice.between(20, 45);
        boolean registered = kind.isRegistered();
        return new Programme(
                name(),
                registered ? code() : null,
                null,
                null,
                level,
                form,
                hours,
                0,
                day.minusDays(5),
                day,
                List.of(),
                null);
    }

    /// Of a teacher's own work.
    Programme result(String name, LocalDate day, Result result) {
        return new Programme(
                name,
                null,
                null,
                null,
                Level.COUNTY,
                Form.SELF_DIRECTED,
                0,
                0,
                day.minusDays(5),
                day,
                List.of(),
                result);
    }

    String code() {
        return code(kind, number);
    }

    static String code(InjectedKind kind, int number) {
        return "ZX-" + (kind.place() + 1) + "-" + (1000 + number);
    }

    /// What a system knows that has it right.
    Details details(Programme programme) {
        Grade grade = dice.below(3) == 0 ? Grade.EXCELLENT : Grade.PASS;
        return new Details(
                programme.name(),
                programme.hourHundredths(),
                null,
                grade,
                null,
                programme.completedOn(),
                1,
                0);
    }

    CaseDraft tell(SourceSystem system, Programme told, Details details) {
        return tell(system, told, details, Told.of(teacher));
    }

    /// How a record may be told otherwise than it should be.
    ///
    /// @param named whom it names
    /// @param credits the source's own figure
    record Told(
            SimulatedTeacher named, String credits, String role, @Nullable SimulatedFault fault) {
        static Told of(SimulatedTeacher named) {
            return new Told(named, "", "", null);
        }
    }

    /// Of the province's platform: told months after it was completed.
    CaseDraft tellLate(Programme told, Details details) {
        return tellLate(SourceSystem.PROVINCE, told, details);
    }

    /// Told only once people have decided about what came before.
    CaseDraft tellLate(SourceSystem system, Programme told, Details details) {
        ReportedVersion version = version(details, 1, false, LONG_AFTER);
        return tell(system, told, details, List.of(version));
    }

    /// Of the province's platform: told by an export of its own, when all others had been made.
    CaseDraft tellStraggling(Programme told, Details details) {
        ReportedVersion version = version(details, 1, false, STRAGGLING);
        return tell(SourceSystem.PROVINCE, told, details, List.of(version));
    }

    /// Told by the vendor as changed at an instant.
    CaseDraft tellAt(LocalDateTime instant, Programme told, Details details) {
        ReportedVersion version =
                new ReportedVersion(null, instant, false, details, null, Naming.NUMBER, 0, false);
        return tell(SourceSystem.VENDOR, told, details, List.of(version));
    }

    /// Told in time, and taken back months later.
    CaseDraft tellAndTakeBack(SourceSystem system, Programme told, Details details) {
        ReportedVersion first = version(details, 1, false, 0);
        ReportedVersion second = version(details, 2, true, LONG_AFTER);
        return tell(system, told, null, List.of(first, second));
    }

    /// Told in time, and otherwise months later.
    CaseDraft tellAndCorrect(
            SourceSystem system, Programme told, Details details, Details corrected) {
        ReportedVersion first = version(details, 1, false, 0);
        ReportedVersion second = version(corrected, 2, false, LONG_AFTER);
        return tell(system, told, corrected, List.of(first, second));
    }

    private CaseDraft tell(
            SourceSystem system,
            Programme told,
            @Nullable Details inForce,
            List<ReportedVersion> versions) {
        String id = id(system, versions.getFirst().details());
        SimulatedCopy copy = new SimulatedCopy(system, id, versions, inForce);
        records.add(new InjectedRecord(teacher, told, copy, "", ""));
        return this;
    }

    private static ReportedVersion version(
            Details details, int revision, boolean isWithdrawal, int wave) {
        return new ReportedVersion(
                revision, null, isWithdrawal, details, null, Naming.NUMBER, wave, false);
    }

    private String id(SourceSystem system, Details details) {
        int year = SimulatedYears.of(details.completedOn());
        return system.recordId(
                year, (long) teacher.index() * SERIALS + FIRST_SERIAL + records.size());
    }

    CaseDraft tell(SourceSystem system, Programme told, Details details, Told as) {
        Details inForce = as.fault == null ? details : null;
        SimulatedCopy copy =
                new SimulatedCopy(
                        system,
                        id(system, details),
                        List.of(version(system, details, as.fault)),
                        inForce);
        records.add(new InjectedRecord(as.named, told, copy, as.credits, as.role));
        return this;
    }

    private ReportedVersion version(
            SourceSystem system, Details details, @Nullable SimulatedFault fault) {
        boolean counts = system == SourceSystem.PROVINCE || dice.below(2) == 0;
        LocalDateTime told =
                details.completedOn()
                        .plusDays(dice.between(1, 10))
                        .atStartOfDay()
                        .plusSeconds(dice.between(8 * 3600, 18 * 3600));
        return new ReportedVersion(
                counts ? Integer.valueOf(1) : null,
                system == SourceSystem.PROVINCE ? null : told,
                false,
                details,
                fault,
                Naming.NUMBER,
                0,
                false);
    }
}
