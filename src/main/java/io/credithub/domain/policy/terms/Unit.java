package io.credithub.domain.policy.terms;

import io.credithub.domain.Text;

/// What the figures of a policy count. Only the words of explanations and labels depend on it.
public enum Unit {
    CREDIT("学分", "credit"),
    HOUR("学时", "hour");

    private final String zh;
    private final String en;

    Unit(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public Text text() {
        return new Text(zh, en);
    }

    /// One of it; more than one take an s.
    public String en() {
        return en;
    }
}
