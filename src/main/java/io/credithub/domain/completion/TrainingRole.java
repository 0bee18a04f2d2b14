package io.credithub.domain.completion;

/// In what capacity a teacher took part in a training. Stored by [#code], which is never changed.
/// What a role other than the participant's earns is the policy's to say.
public enum TrainingRole {
    PARTICIPANT(1, "学员"),
    LECTURER(2, "授课"),
    ORGANISER(3, "组织"),
    MENTOR(4, "指导");

    private final int code;
    private final String zh;

    TrainingRole(int code, String zh) {
        this.code = code;
        this.zh = zh;
    }

    public int code() {
        return code;
    }

    public String zh() {
        return zh;
    }

    /// @throws IllegalArgumentException if no role has this code
    public static TrainingRole of(int code) {
        for (TrainingRole role : values()) if (role.code == code) return role;
        throw new IllegalArgumentException("no role has the code " + code);
    }
}
