package io.credithub.domain.reconcile;

import io.credithub.domain.Text;

/// Where a break is in its life. Stored by [#code], which is never changed.
public enum BreakState {
    OPEN(1, "未处理", "open"),
    /// Somebody found that it may stay as it is. It is open again once its amounts change.
    ACCEPTED(2, "已认可", "accepted"),
    /// A run did not find it any more.
    CORRECTED(4, "已更正", "corrected"),
    /// It is told, and nobody need do anything about it.
    TOLD(5, "仅告知", "for information");

    private final int code;
    private final Text text;

    BreakState(int code, String zh, String en) {
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
    public static BreakState of(int code) {
        for (BreakState state : values()) if (state.code == code) return state;
        throw new IllegalArgumentException("no state of breaks has the code " + code);
    }
}
