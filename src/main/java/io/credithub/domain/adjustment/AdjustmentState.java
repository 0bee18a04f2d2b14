package io.credithub.domain.adjustment;

import io.credithub.domain.Text;

/// Where an adjustment is. Stored by [#code], which is never changed.
public enum AdjustmentState {
    /// A second person has not answered yet: nothing is changed.
    PROPOSED(1, "待复核", "waits for a second person"),
    /// The content earns what was decided, wherever it counts.
    POSTED(2, "已入账", "posted"),
    REFUSED(3, "复核不同意", "refused by the second person"),
    WITHDRAWN(4, "已撤回", "withdrawn by who proposed it"),
    /// It was posted, and the content earns by the rules again.
    REVOKED(5, "已撤销", "revoked");

    private final int code;
    private final Text text;

    AdjustmentState(int code, String zh, String en) {
        this.code = code;
        this.text = new Text(zh, en);
    }

    public int code() {
        return code;
    }

    public Text text() {
        return text;
    }

    /// @throws IllegalArgumentException if no state has this code
    public static AdjustmentState of(int code) {
        for (AdjustmentState state : values()) if (state.code == code) return state;
        throw new IllegalArgumentException("no state of adjustments has the code " + code);
    }
}
