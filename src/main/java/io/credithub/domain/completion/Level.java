package io.credithub.domain.completion;

import io.credithub.domain.Article;

/// The five levels of training, highest first: 国培, 省培, 市培, 县(区)培, 校本研修. Stored by [#code], which is
/// never changed.
@Article("二(一)")
public enum Level {
    NATIONAL(1, "国培"),
    PROVINCE(2, "省培"),
    CITY(3, "市培"),
    COUNTY(4, "县培"),
    SCHOOL(5, "校本");

    private final int code;
    private final String zh;

    Level(int code, String zh) {
        this.code = code;
        this.zh = zh;
    }

    public int code() {
        return code;
    }

    public String zh() {
        return zh;
    }

    /// @throws IllegalArgumentException if no level has this code
    public static Level of(int code) {
        for (Level level : values()) if (level.code == code) return level;
        throw new IllegalArgumentException("no level has the code " + code);
    }
}
