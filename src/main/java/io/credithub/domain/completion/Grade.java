package io.credithub.domain.completion;

import io.credithub.domain.Article;

/// The grades of an assessment: 优, 良, 合格, 不合格. Stored by [#code], which is never changed.
@Article("四(二)")
public enum Grade {
    EXCELLENT(1, "优"),
    GOOD(2, "良"),
    PASS(3, "合格"),
    FAIL(4, "不合格");

    private final int code;
    private final String zh;

    Grade(int code, String zh) {
        this.code = code;
        this.zh = zh;
    }

    public int code() {
        return code;
    }

    public String zh() {
        return zh;
    }

    /// @throws IllegalArgumentException if no grade has this code
    public static Grade of(int code) {
        for (Grade grade : values()) if (grade.code == code) return grade;
        throw new IllegalArgumentException("no grade has the code " + code);
    }
}
