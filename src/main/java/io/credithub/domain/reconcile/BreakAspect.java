package io.credithub.domain.reconcile;

import io.credithub.domain.Text;

/// What is compared with what. Under each aspect there is at most one break of a subject. Stored by
/// [#code], which is never changed, since the identity of a break rests on it.
public enum BreakAspect {
    COPY(1, "与入账副本比对", "a record set aside, with the copy that counts"),
    FIGURE(2, "来源学分与折算学分比对", "a record's award, with its source's own figure"),
    HOLD(3, "暂缓入账的记录", "a record that is held"),
    INTAKE(4, "未能入账的记录", "a record that waits for its teacher or was rejected"),
    RECORD(5, "记录与名册、时限、凭证比对", "a record, with the roster, the calendar and its evidence"),
    WITHDRAWAL(6, "来源撤回的记录", "a record that its source took back"),
    EXPECTATION(7, "与参训学员花名表比对", "a teacher, with an enrolment list"),
    TEACHER_YEAR(8, "教师学年", "a teacher's school year"),
    MONTH_TOTAL(9, "与来源月度合计比对", "a feed's month, with the total that it declared"),
    SIGNED_STATEMENT(10, "与已签署的学年对账表比对", "a county's school year, with what was signed of it");

    private final int code;
    private final Text text;

    BreakAspect(int code, String zh, String en) {
        this.code = code;
        this.text = new Text(zh, en);
    }

    public int code() {
        return code;
    }

    public Text text() {
        return text;
    }

    /// @throws IllegalArgumentException if no aspect has this code
    public static BreakAspect of(int code) {
        for (BreakAspect aspect : values()) if (aspect.code == code) return aspect;
        throw new IllegalArgumentException("no aspect of breaks has the code " + code);
    }
}
