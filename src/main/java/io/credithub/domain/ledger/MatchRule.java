package io.credithub.domain.ledger;

import io.credithub.domain.Text;

/// By what two records are one training, or cannot both be true; in the order in which it is asked.
/// Stored by [#code], which is never changed; 0 is none.
public enum MatchRule implements Criterion {
    /// A person said so.
    DECIDED_SAME(
            51, MatchKind.CONFIRMED, "登记人员认定为同一培训", "a registrar found them to be one training"),
    SAME_PROGRAMME(
            52,
            MatchKind.CONFIRMED,
            "项目库中的同一项目,时间相接",
            "one programme of the register, at one time"),
    AGREED_CODE(53, MatchKind.CONFIRMED, "项目编号相同、名称相近,时间相接", "one code, names alike, at one time"),
    SAME_NAME_AND_DAY(
            54, MatchKind.CONFIRMED, "名称、层次、结业日期相同", "the same name, level and day of completion"),
    NAMES_ALIKE(
            55,
            MatchKind.SUSPECTED,
            "名称相近、日期相近、学时或学分相近",
            "names alike, days near, hours or credits near"),
    ALL_EQUAL(56, MatchKind.SUSPECTED, "除编号外全部相同", "everything is equal but the record id"),
    TWO_PLACES(57, MatchKind.IMPOSSIBLE, "同一时间在两处", "in two places at once"),
    HOURS_A_DAY(58, MatchKind.IMPOSSIBLE, "合计每日学时过多", "too many hours a day together");

    private final int code;
    private final MatchKind kind;
    private final Text text;

    public enum MatchKind {
        /// One of them counts, the other is set aside.
        CONFIRMED,
        /// One of them counts, the other is held until a person decides.
        SUSPECTED,
        /// Both are told of one person, who cannot have done both: one of them is held.
        IMPOSSIBLE
    }

    MatchRule(int code, MatchKind kind, String zh, String en) {
        this.code = code;
        this.kind = kind;
        this.text = new Text(zh, en);
    }

    @Override
    public int code() {
        return code;
    }

    public MatchKind kind() {
        return kind;
    }

    @Override
    public Text text() {
        return text;
    }

    /// @throws IllegalArgumentException if no rule has this code
    public static MatchRule of(int code) {
        for (MatchRule rule : values()) if (rule.code == code) return rule;
        throw new IllegalArgumentException("no rule of matching has the code " + code);
    }
}
