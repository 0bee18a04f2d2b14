package io.credithub.demo.injected;

import io.credithub.domain.Text;
import java.util.List;

/// What systems do to a training that they report, as real ones do.
///
/// Each has the code of the break that must be found, and what becomes of its records in their
/// order: `F` in force, `A` aside, `H` held, `W` waiting for its teacher, `R` rejected, `X`
/// withdrawn.
public enum InjectedKind {
    DAY_SHIFTED("SUSPECTED_DUPLICATE", "FH", "结业日期差 1 至 5 天", "1 to 5 days apart"),
    SESSION_ADDED("SUSPECTED_DUPLICATE", "FH", "名称加期次", "a session in the name"),
    YEAR_ADDED("SUSPECTED_DUPLICATE", "FH", "名称加年份", "a year in the name"),
    QUOTES_ADDED("SUSPECTED_DUPLICATE", "FH", "名称加引号、书名号", "quotation marks in the name"),
    BRACKETS_ADDED("SUSPECTED_DUPLICATE", "FH", "名称加括注", "brackets in the name"),
    DASH_ADDED("SUSPECTED_DUPLICATE", "FH", "名称加连字符", "a dash in the name"),
    ORGANISER_ADDED("SUSPECTED_DUPLICATE", "FH", "名称前加举办单位", "the organiser before the name"),
    LEVEL_CHANGED("SUSPECTED_DUPLICATE", "FH", "层次报为另一级", "another level"),
    HOURS_NEAR("SUSPECTED_DUPLICATE", "FH", "日期与学时都略有出入", "days and hours that nearly agree"),
    THREE_ALIKE("AMBIGUOUS", "FFH", "一条与两期都相近", "one record that may be either of two sessions"),
    CODE_LEFT_OUT("DUPLICATE_ACROSS_SOURCES", "FA", "一方缺项目编号", "one side leaves the code out"),
    SAME_NAME("DUPLICATE_ACROSS_SOURCES", "FA", "名称写法不同而实同", "one name, spelled otherwise"),
    ALIAS("DUPLICATE_ACROSS_SOURCES", "FA", "一方用别名", "one side uses an alias"),
    REGISTERED_DAY("PERIOD", "FA", "已登记项目,日期不同", "a registered programme, other days"),
    REGISTERED_LEVEL("LEVEL_OR_FORM", "FA", "已登记项目,层次不同", "a registered programme, another level"),
    HOURS_DIFFER("HOURS", "FA", "学时不同", "other hours"),
    GRADE_DIFFERS("GRADE", "FA", "等级不同", "another grade"),
    ATTENDANCE_DIFFERS("ATTENDANCE", "FA", "出勤率不同", "another attendance"),
    THEMES_DIFFER("THEME", "FA", "主题不同", "other themes"),
    SESSIONS("", "FF", "同名两期,是两次培训", "two sessions under one name: two trainings"),
    REISSUED("DUPLICATE_WITHIN_SOURCE", "FH", "同一记录换号重报", "the very same under another id"),
    FIGURE_WRONG("CREDIT", "F", "来源学分有误", "the source's own credits are wrong"),
    FIGURE_ROUNDED("CREDIT", "F", "来源学分取整", "the source's own credits are rounded"),
    ROLE_OVERREACH("NOT_AUTHORISED", "H", "报送授课等角色", "a role that no rule gives credits for"),
    CREDITS_OVERREACH("NOT_AUTHORISED", "H", "越权核定学分", "credits that the vendor may not decide"),
    HOURS_A_DAY("IMPLAUSIBLE", "H", "每日学时过多", "too many hours a day"),
    TWO_PLACES("IMPLAUSIBLE", "FH", "同时在两处", "in two places at once"),
    OTHER_NAME("NAME", "F", "姓名与名册不同", "a name that is not the roster's"),
    OTHER_PERSON("IDENTITY", "W", "编号与姓名非一人", "number and name of two persons"),
    NOT_ON_ROSTER("ROSTER", "W", "教师不在名册", "nobody on the roster"),
    OTHER_COUNTY("DIVISION", "F", "学校属于另一县", "a school of another county"),
    LATE_REPORT("LATE", "F", "逾期数月报送", "reported months later"),
    TAKEN_BACK("WITHDRAWN", "X", "入账数月后撤回", "taken back months after it was posted"),
    UNMAPPED("UNMAPPED_CODE", "R", "代码不在代码表", "a code that no table has"),
    FORM_DIFFERS("LEVEL_OR_FORM", "FA", "形式不同", "another form"),
    LEVEL_OVERREACH("NOT_AUTHORISED", "H", "越权报送层次", "a level that the agency may not report"),
    FORM_OVERREACH("NOT_AUTHORISED", "H", "越权报送形式", "a form that the agency may not report"),
    CATEGORY_OVERREACH("NOT_AUTHORISED", "H", "越权报送成果类别", "a category that it may not report"),
    ORGANISER_OVERREACH("NOT_AUTHORISED", "H", "他人举办的项目", "a programme that others run"),
    UNREGISTERED("NOT_AUTHORISED", "H", "项目未登记", "a programme that the register does not know"),
    WITHIN_AUTHORITY("", "F", "权限之内", "what the agency may report"),
    BEFORE_PERIOD("IMPLAUSIBLE", "H", "结业早于项目开始", "completed before the programme began"),
    HOURS_TOGETHER("IMPLAUSIBLE", "FH", "两次培训合计每日学时过多", "too many hours a day of two together"),
    NO_EVIDENCE("EVIDENCE_MISSING", "F", "缺少凭证", "without the evidence that is asked for"),
    DECIDED_TAKEN_BACK("WITHDRAWN", "X", "学年审定后撤回", "taken back after its year was decided"),
    DECIDED_CORRECTED(
            "DECIDED_YEAR_CHANGED", "F", "学年审定后更正", "corrected after its year was decided"),
    DECIDED_ADDED("DECIDED_YEAR_CHANGED", "F", "学年审定后补报", "reported after its year was decided"),
    DECIDED_ALONE("", "F", "学年审定后未变", "a decided year that stays as it is"),
    LENT("LOAN", "", "借入学分", "credits that are lent"),
    LENT_SHRUNK("LOAN", "F", "借入后补报,借额缩减", "a loan that a record makes smaller"),
    SILENT("NO_RECORDS", "", "全无记录", "nothing at all"),
    CAPPED("CAP_OR_FLOOR", "FFF", "自主研修超过上限", "own work beyond its cap"),
    ENROLLED("", "F", "在花名表并已报送", "enrolled, and it came"),
    NEVER_CAME("MISSING_IN_REGISTRY", "", "在花名表而未报送", "enrolled, and it never came"),
    NOT_ENROLLED("MISSING_IN_SOURCE", "F", "不在花名表而报送", "it came of somebody not enrolled"),
    ENROLLED_STRANGER("MISSING_IN_REGISTRY", "", "花名表所列不在名册", "enrolled, and nobody on the roster"),
    NOT_ENROLLED_ALIAS(
            "MISSING_IN_SOURCE", "F", "不在花名表而以别名报送", "not enrolled, and told by an alias"),
    SHARED_TITLE("AMBIGUOUS", "F", "名称为多个登记项目共有", "a title that several programmes share"),
    SHARED_UNREGISTERED(
            "AMBIGUOUS", "H", "须登记而名称为多个项目共有", "must be registered, and several share its title"),
    PROGRAMME_FAKED(
            "NOT_AUTHORISED", "H", "项目因考勤造假撤销", "a programme withdrawn: attendance was faked"),
    CROWDED("IMPLAUSIBLE", "H", "百人同一瞬间完成", "a hundred finished at one instant"),
    LENT_OVERDUE("LOAN", "", "借入逾期未还", "credits that were lent and never repaid"),
    LATE_FOR_TOTAL("LATE", "F", "月度合计申报后才报送", "reported after its month's total was declared");

    private final String code;
    private final String fates;
    private final Text text;

    InjectedKind(String code, String fates, String zh, String en) {
        this.code = code;
        this.fates = fates;
        this.text = new Text(zh, en);
    }

    /// Of the break; empty if there must be none.
    public String code() {
        return code;
    }

    /// One letter for each record of the case.
    public String fates() {
        return fates;
    }

    public Text text() {
        return text;
    }

    /// Its place among the kinds, from 0: for names and codes that no other kind has.
    int place() {
        return List.of(values()).indexOf(this);
    }

    /// Whether the programme register knows the training.
    public boolean isRegistered() {
        return switch (this) {
            case CODE_LEFT_OUT,
                    ALIAS,
                    REGISTERED_DAY,
                    REGISTERED_LEVEL,
                    LEVEL_OVERREACH,
                    FORM_OVERREACH,
                    ORGANISER_OVERREACH,
                    ROLE_OVERREACH,
                    WITHIN_AUTHORITY,
                    BEFORE_PERIOD ->
                    true;
            default -> false;
        };
    }

    /// Whether two entries of the register have the training's title.
    boolean isShared() {
        return this == SHARED_TITLE || this == SHARED_UNREGISTERED;
    }

    /// Whether it is about an enrolment list.
    boolean isListed() {
        return family() == Family.LISTED;
    }

    /// How a case of it is made.
    enum Family {
        ALONE,
        COPIES,
        AGENCY,
        YEARS,
        LISTED,
        GROUPED
    }

    Family family() {
        return switch (this) {
            case ENROLLED, NEVER_CAME, NOT_ENROLLED, ENROLLED_STRANGER, NOT_ENROLLED_ALIAS ->
                    Family.LISTED;
            case PROGRAMME_FAKED, CROWDED -> Family.GROUPED;
            case LEVEL_OVERREACH,
                    FORM_OVERREACH,
                    CATEGORY_OVERREACH,
                    ORGANISER_OVERREACH,
                    ROLE_OVERREACH,
                    UNREGISTERED,
                    SHARED_UNREGISTERED,
                    WITHIN_AUTHORITY ->
                    Family.AGENCY;
            case DECIDED_TAKEN_BACK,
                    DECIDED_CORRECTED,
                    DECIDED_ADDED,
                    DECIDED_ALONE,
                    LENT,
                    LENT_SHRUNK,
                    LENT_OVERDUE,
                    SILENT,
                    CAPPED ->
                    Family.YEARS;
            default -> fates.length() == 1 ? Family.ALONE : Family.COPIES;
        };
    }

    /// Whether the teacher has nothing but what is planted.
    public boolean isBare() {
        return switch (this) {
            case LENT, LENT_SHRUNK, LENT_OVERDUE, SILENT -> true;
            default -> false;
        };
    }

    /// Whether the case's school year is decided once all that is in time has come.
    public boolean isDecided() {
        return switch (this) {
            case DECIDED_TAKEN_BACK, DECIDED_CORRECTED, DECIDED_ADDED, DECIDED_ALONE -> true;
            default -> false;
        };
    }

    /// Whether the teacher is lent what a school year lacks while it runs.
    public boolean isLent() {
        return this == LENT || this == LENT_SHRUNK || this == LENT_OVERDUE;
    }

    /// Whether that was in a year before the last: nothing else had come by then.
    public boolean isEarly() {
        return this == LENT_OVERDUE;
    }
}
