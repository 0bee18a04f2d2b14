package io.credithub.domain.recognition;

import io.credithub.domain.Text;

/// What can be done about a claim, and whose it is to do.
public enum ClaimAction {
    SUBMIT(Party.SCHOOL, false, "提交", "submitted"),
    RESUBMIT(Party.SCHOOL, false, "补充后再次提交", "submitted again"),
    WITHDRAW(Party.SCHOOL, false, "撤回", "withdrawn"),
    RETURN(Party.COUNTY, true, "退回补充", "returned for more"),
    RECOGNISE(Party.COUNTY, false, "认定", "recognised"),
    REFUSE(Party.COUNTY, true, "不予认定", "refused"),
    REVOKE(Party.COUNTY, true, "撤销认定", "revoked");

    private final Party office;
    private final boolean needsReason;
    private final Text text;

    ClaimAction(Party office, boolean needsReason, String zh, String en) {
        this.office = office;
        this.needsReason = needsReason;
        this.text = new Text(zh, en);
    }

    /// Whose it is; the county may stand in for a school.
    public Party office() {
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
