package io.credithub.domain.review;

import io.credithub.domain.Text;

/// Where a version of a county's statement is. Stored by [#code], which is never changed.
public enum SignOffState {
    /// One person of the county has prepared it: its figures are frozen.
    PREPARED(1, "待核准", "waits for a second person of the county"),
    /// Another person of the county has approved it.
    APPROVED(2, "待审结", "waits for the city or the province"),
    /// The city or the province has concluded it: it is signed, and never changed.
    CONCLUDED(3, "已签署", "signed"),
    /// Somebody returned it: another version may be prepared.
    RETURNED(4, "已退回", "returned");

    private final int code;
    private final Text text;

    SignOffState(int code, String zh, String en) {
        this.code = code;
        this.text = new Text(zh, en);
    }

    public int code() {
        return code;
    }

    public Text text() {
        return text;
    }

    /// Whether a further step is waited for.
    public boolean isOpen() {
        return this == PREPARED || this == APPROVED;
    }

    /// @throws IllegalArgumentException if no state has this code
    public static SignOffState of(int code) {
        for (SignOffState state : values()) if (state.code == code) return state;
        throw new IllegalArgumentException("no state of sign-offs has the code " + code);
    }
}
