package io.credithub.domain.completion;

import io.credithub.domain.Article;

/// The forms of training: 集中, 网络, 校本, 混合, 自主. Stored by [#code], which is never changed.
@Article("四(一)")
public enum Form {
    CENTRALISED(1, "集中"),
    ONLINE(2, "网络"),
    SCHOOL_BASED(3, "校本"),
    BLENDED(4, "混合"),
    SELF_DIRECTED(5, "自主");

    private final int code;
    private final String zh;

    Form(int code, String zh) {
        this.code = code;
        this.zh = zh;
    }

    public int code() {
        return code;
    }

    public String zh() {
        return zh;
    }

    /// @throws IllegalArgumentException if no form has this code
    public static Form of(int code) {
        for (Form form : values()) if (form.code == code) return form;
        throw new IllegalArgumentException("no form has the code " + code);
    }
}
