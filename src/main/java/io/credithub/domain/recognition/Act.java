package io.credithub.domain.recognition;

import io.credithub.domain.Text;

/// What can be done about a claim, and whose it is to do.
public enum Act {
    SUBMIT(Office.SCHOOL, false, "提交", "submitted"),
    RESUBMIT(Office.SCHOOL, false, "补充后再次提交", "submitted again"),
    WITHDRAW(Office.SCHOOL, false, "撤回", "withdrawn"),
    RETURN(Office.COUNTY, true, "退回补充", "returned for more"),
    RECOGNISE(Office.COUNTY, false, "认定", "recognised"),
    REFUSE(Office.COUNTY, true, "不予认定", "refused"),
    REVOKE(Office.COUNTY, true, "撤销认定", "revoked");

    private final Office office;
    private final boolean needsReason;
    private final Text text;

    Act(Office office, boolean needsReason, String zh, String en) {
        this.office = office;
        this.needsReason = needsReason;
        this.text = new Text(zh, en);
    }

    /// Whose it is; the county may stand in for a school.
    public Office office() {
        return office;
    }

    /// Whether the school is owed a reason.
    public boolean needsReason() {
        return needsReason;
    }

    public Text text() {
        return text;
    }
}
