package io.credithub.domain.reconcile;

import io.credithub.domain.Text;
import java.util.Set;

/// The closed list of breaks, in the order in which they are tested: of all that hold of one
/// difference the first is its primary code. The order goes from *whose is it* over *may it be
/// there* and *is it one training* to *what does it say*. Stored by [#code], which is never
/// changed.
public enum BreakCode {
    IDENTITY(
            1,
            BreakOwner.COUNTY,
            new Text("身份不一致,无法确定教师", "number, document and name do not mean one person"),
            new Text("核对编号、证件与姓名;由来源更正或由登记人员处理", "the source corrects it, or a registrar decides")),
    ROSTER(
            2,
            BreakOwner.COUNTY,
            new Text("教师不在名册,或完成前已离职", "not on the roster, or had left before completion"),
            new Text("更新名册,或由来源更正教师", "update the roster, or have the source correct it")),
    NAME(
            3,
            BreakOwner.SCHOOL,
            new Text("姓名与名册不一致", "the name differs from the roster's"),
            new Text("核对姓名;更名的更新名册", "check the name; if it was changed, update the roster")),
    DIVISION(
            4,
            BreakOwner.COUNTY,
            new Text("记录所报学校属于另一县", "the record's school is of another county"),
            new Text("核对任教学校;调动的更新名册", "check the school; after a move, update the roster")),
    UNMAPPED_CODE(
            5,
            BreakOwner.HUB,
            new Text("代码不在代码表内,记录被拒", "rejected: a code that the table does not have"),
            new Text("补充代码表后重放,或由来源更正", "add it to the table and replay, or correct it")),
    NOT_AUTHORISED(
            6,
            BreakOwner.COUNTY,
            new Text("来源无权报送,暂缓入账", "held: the feed may not report this"),
            new Text("由登记人员放行或驳回", "a registrar releases or refuses it")),
    IMPLAUSIBLE(
            7,
            BreakOwner.SOURCE,
            new Text("内容不合常理,暂缓入账", "held: implausible"),
            new Text("由来源说明或更正,登记人员放行或驳回", "the source explains or corrects; a registrar decides")),
    AMBIGUOUS(
            8,
            BreakOwner.COUNTY,
            new Text("可能与多条记录或多个项目相同", "may be one with several records or programmes"),
            new Text("由登记人员逐一认定", "a registrar says which it is")),
    DUPLICATE_WITHIN_SOURCE(
            9,
            BreakOwner.SOURCE,
            new Text("同一来源以两个编号报送相同内容", "one source sent the very same under two ids"),
            new Text("来源撤回其一,或由登记人员认定", "the source withdraws one, or a registrar decides")),
    SUSPECTED_DUPLICATE(
            10,
            BreakOwner.COUNTY,
            new Text("疑与另一系统的记录为同一培训", "perhaps the training that another system reported"),
            new Text("由登记人员认定相同或不同", "a registrar says the same or different")),
    WITHDRAWN(
            11,
            BreakOwner.COUNTY,
            new Text("入账后被来源撤回", "withdrawn by its source after it had been posted"),
            new Text("核实撤回原因及其影响的学年", "ask why, and look at the year it changes")),
    MISSING_IN_REGISTRY(
            12,
            BreakOwner.SOURCE,
            new Text("花名表有其人而未收到记录,或记录被拒", "enrolled and no record came, or it was rejected"),
            new Text(
                    "催报或更正后重报,或由来源说明未结业",
                    "have it reported or corrected, or learn why it was not completed")),
    MISSING_IN_SOURCE(
            13,
            BreakOwner.COUNTY,
            new Text("收到记录,花名表无其人", "a record came of who is not on the enrolment list"),
            new Text("核实参训情况或补充花名表", "check the attendance, or complete the list")),
    LEVEL_OR_FORM(
            14,
            BreakOwner.SOURCE,
            new Text("层次、形式或成果类别不一致", "level, form or kind of result differ"),
            new Text("来源核对后更正", "the sources compare and correct")),
    PERIOD(
            15,
            BreakOwner.SOURCE,
            new Text("起止日期不一致", "the days differ"),
            new Text("来源核对后更正", "the sources compare and correct")),
    HOURS(
            16,
            BreakOwner.SOURCE,
            new Text("学时或数量不一致", "the hours or quantities differ"),
            new Text("来源核对后更正", "the sources compare and correct")),
    GRADE(
            17,
            BreakOwner.SOURCE,
            new Text("考核等次不一致", "the grades differ"),
            new Text("来源核对后更正", "the sources compare and correct")),
    ATTENDANCE(
            18,
            BreakOwner.SOURCE,
            new Text("出勤率不一致", "the attendance differs"),
            new Text("来源核对后更正", "the sources compare and correct")),
    THEME(
            19,
            BreakOwner.SOURCE,
            new Text("主题不一致", "the themes differ"),
            new Text("来源核对后更正", "the sources compare and correct")),
    CREDIT(
            20,
            BreakOwner.RULE_OWNER,
            new Text("学分不一致", "the credits differ"),
            new Text("双方核对折算办法", "compare both conversions")),
    EVIDENCE_MISSING(
            21,
            BreakOwner.SCHOOL,
            new Text("缺少规定的凭证", "the evidence that is asked for is missing"),
            new Text("学校补交凭证", "the school hands it in")),
    LATE(
            22,
            BreakOwner.SOURCE,
            new Text("逾期报送", "reported late"),
            new Text("来源说明原因", "the source says why")),
    DUPLICATE_ACROSS_SOURCES(
            23,
            BreakOwner.HUB,
            new Text("多个系统报送同一培训,内容一致", "several systems reported it, and agree"),
            new Text("无需处理", "nothing to do")),
    DECIDED_YEAR_CHANGED(
            24,
            BreakOwner.COUNTY,
            new Text("学年审定后账本有变", "the ledger has changed since the year was decided"),
            new Text("维持或重新审定", "confirm the decision, or decide anew")),
    LOAN(
            25,
            BreakOwner.COUNTY,
            new Text("借入学分未还清或已缩减", "a loan that is open, or has shrunk"),
            new Text("核对还款学年", "look at the year that repays it")),
    NO_RECORDS(
            26,
            BreakOwner.SCHOOL,
            new Text("在册教师全学年无记录", "on the roster, without any record of the year"),
            new Text("补报记录或办理豁免", "report what was done, or have an exemption granted")),
    CAP_OR_FLOOR(
            27,
            BreakOwner.RULE_OWNER,
            new Text("受上限或下限所限,未全部认定", "earned, and not recognised: a cap or a floor"),
            new Text("无需处理", "nothing to do")),
    CONTROL_TOTAL(
            28,
            BreakOwner.SOURCE,
            new Text("与来源申报的月度合计不一致", "other than the month's total that the feed declared"),
            new Text("来源核对后补报或更正合计", "the source reports the rest, or corrects the total"));

    private static final Set<BreakCode> TOLD_ONLY = Set.of(DUPLICATE_ACROSS_SOURCES, CAP_OR_FLOOR);

    private final int code;
    private final BreakOwner owner;
    private final Text text;
    private final Text remedy;

    BreakCode(int code, BreakOwner owner, Text text, Text remedy) {
        this.code = code;
        this.owner = owner;
        this.text = text;
        this.remedy = remedy;
    }

    public int code() {
        return code;
    }

    /// Whose move it is, unless somebody gives it to another.
    public BreakOwner owner() {
        return owner;
    }

    public Text text() {
        return text;
    }

    /// What to do about it.
    public Text remedy() {
        return remedy;
    }

    /// Whether it is told and nobody need do anything about it.
    public boolean isInformation() {
        return TOLD_ONLY.contains(this);
    }

    /// @throws IllegalArgumentException if no break has this code
    public static BreakCode of(int code) {
        for (BreakCode known : values()) if (known.code == code) return known;
        throw new IllegalArgumentException("no break has the code " + code);
    }
}
