package io.credithub.domain.ledger;

import io.credithub.domain.Text;
import io.credithub.domain.completion.FindingCode;

/// Why a record earns nothing until a person decides. Stored by [#code], which is never changed; 0
/// is no reason.
public enum HoldReason {
    LEVEL(1, HoldKind.NOT_AUTHORISED, "来源无权报送该层次", "the feed may not report this level"),
    FORM(2, HoldKind.NOT_AUTHORISED, "来源无权报送该形式", "the feed may not report this form"),
    CATEGORY(3, HoldKind.NOT_AUTHORISED, "来源无权报送该成果类别", "the feed may not report this category"),
    ROLE(4, HoldKind.NOT_AUTHORISED, "来源无权报送该角色", "the feed may not report this role"),
    ORGANISER(5, HoldKind.NOT_AUTHORISED, "来源无权报送该举办单位", "the feed may not report this organiser"),
    DECIDED_CREDITS(
            6,
            HoldKind.NOT_AUTHORISED,
            "来源无权核定学分,须经县级认定",
            "the feed may not decide credits: the county recognises them"),
    NOT_REGISTERED(
            7, HoldKind.NOT_AUTHORISED, "培训项目未在项目库登记", "the programme is not in the register"),
    PROGRAMME_WITHDRAWN(
            8, HoldKind.NOT_AUTHORISED, "培训项目已被撤销", "the whole programme was withdrawn"),
    ROLE_NOT_RULED(
            9, HoldKind.NOT_AUTHORISED, "政策未规定该角色的学分", "the policy says nothing of this role"),
    HOURS_A_DAY(
            21,
            HoldKind.IMPLAUSIBLE,
            "集中培训每日学时超出合理范围",
            "more hours of centralised training a day than are plausible"),
    BEFORE_PERIOD(22, HoldKind.IMPLAUSIBLE, "结业日期早于项目开始", "completed before the programme began"),
    TWO_PLACES(
            23,
            HoldKind.IMPLAUSIBLE,
            "同一时间在两处参加集中培训",
            "centralised training in two places at once"),
    SAME_INSTANT(
            24,
            HoldKind.IMPLAUSIBLE,
            "众多教师的网络研修在同一瞬间完成",
            "many teachers finished online at the very same instant"),
    SUSPECTED_COPY(
            41,
            HoldKind.SUSPECTED,
            "疑与另一系统的记录为同一培训",
            "perhaps another system's record of the training"),
    WITHIN_SOURCE(
            42,
            HoldKind.SUSPECTED,
            "同一来源以两个编号报送相同内容",
            "the same source sent the very same under another id");

    private final int code;
    private final HoldKind kind;
    private final Text text;

    /// Who is asked, and what for.
    public enum HoldKind {
        /// Released or refused.
        NOT_AUTHORISED,
        /// Released or refused.
        IMPLAUSIBLE,
        /// The same training, or a different one.
        SUSPECTED
    }

    HoldReason(int code, HoldKind kind, String zh, String en) {
        this.code = code;
        this.kind = kind;
        this.text = new Text(zh, en);
    }

    public int code() {
        return code;
    }

    public HoldKind kind() {
        return kind;
    }

    public Text text() {
        return text;
    }

    /// What its source is told.
    public FindingCode finding() {
        return switch (kind) {
            case NOT_AUTHORISED -> FindingCode.NOT_AUTHORISED;
            case IMPLAUSIBLE -> FindingCode.IMPLAUSIBLE;
            case SUSPECTED -> FindingCode.SUSPECTED_COPY;
        };
    }

    /// @throws IllegalArgumentException if no reason has this code
    public static HoldReason of(int code) {
        for (HoldReason reason : values()) if (reason.code == code) return reason;
        throw new IllegalArgumentException("no reason to hold has the code " + code);
    }
}
