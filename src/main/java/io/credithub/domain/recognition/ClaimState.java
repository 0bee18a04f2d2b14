package io.credithub.domain.recognition;

import io.credithub.domain.Text;

/// Where a claim is.
public enum ClaimState {
    SUBMITTED("已提交,待认定", "submitted, to be decided"),
    RETURNED("已退回,待补充", "returned to the school for more"),
    RECOGNISED("已认定", "recognised"),
    REFUSED("不予认定", "refused"),
    REVOKED("认定已撤销", "recognised and revoked"),
    WITHDRAWN("学校已撤回", "withdrawn by the school");

    private final Text text;

    ClaimState(String zh, String en) {
        this.text = new Text(zh, en);
    }

    public Text text() {
        return text;
    }

    /// Whether nobody has decided yet.
    public boolean isOpen() {
        return this == SUBMITTED || this == RETURNED;
    }
}
