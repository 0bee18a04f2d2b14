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
    UNMAPPED("UNMAPPED_CODE", "R", "代码不在代码表", "a code that no table has");

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
            case CODE_LEFT_OUT, ALIAS, REGISTERED_DAY, REGISTERED_LEVEL -> true;
            default -> false;
        };
    }
}
