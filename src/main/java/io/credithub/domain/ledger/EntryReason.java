package io.credithub.domain.ledger;

import io.credithub.domain.Text;

/// Why a line is in the ledger. It is written with the line, so that nothing that happens later
/// changes it. Stored by [#code] beside those of [Movement.MovementReason]; a code is never changed
/// nor used again, and what is new goes to the end of the codes below 50.
public enum EntryReason {
    AWARDED(1, "折算入账", "awarded"),
    /// The record came before its teacher was in the roster.
    ENROLLED(2, "教师已入册,等待的记录入账", "its teacher is in the roster now, and it is awarded"),
    CORRECTED(3, "来源更正,原记录冲销", "the source corrected the record"),
    /// The other content came under the same version and counts, since it earns less.
    CONFLICTING(
            4,
            "来源在同一版本下报来不同内容,冲销",
            "under the same version the source sent another content, which counts"),
    WITHDRAWN(5, "来源撤回,冲销", "the source withdrew the record"),
    SET_ASIDE(6, "同一培训以另一记录为准,冲销", "another copy of the training counts"),
    /// What counted in its place was withdrawn, corrected or reversed.
    REINSTATED(7, "原先计入的记录不再计,本记录转为有效", "what counted in its place no longer does"),
    JUDGED_ANEW(8, "规则有变,重新折算", "other rules judge it now"),
    MOVED(9, "教师所在地有变,按当地规则重新折算", "the teacher belongs to another place, whose rules judge it"),
    REASSIGNED(10, "经登记人员认定属另一人,改记其名下", "a registrar found that it is another person's"),
    /// It was in force, and earns nothing until a registrar decides.
    HELD(11, "记录暂挂,待核定,冲销", "it is held until a registrar decides"),
    RELEASED(
            12,
            "经登记人员放行或认定为不同培训,入账",
            "a registrar released it, or found it to be another training"),
    REFUSED(13, "经登记人员核定不予认定,冲销", "a registrar refused it"),
    /// A person decided what the content earns, instead of the rules.
    ADJUSTED(14, "经核定调整学分", "a registrar adjusted what it earns"),
    ADJUSTMENT_REVOKED(
            15, "学分调整已撤销,恢复按规则折算", "the adjustment was revoked: it earns by the rules again");

    private final int code;
    private final Text text;

    EntryReason(int code, String zh, String en) {
        this.code = code;
        this.text = new Text(zh, en);
    }

    public int code() {
        return code;
    }

    public Text text() {
        return text;
    }

    /// @throws IllegalArgumentException if no reason has this code
    public static EntryReason of(int code) {
        for (EntryReason reason : values()) if (reason.code == code) return reason;
        throw new IllegalArgumentException("no reason of an entry has the code " + code);
    }
}
