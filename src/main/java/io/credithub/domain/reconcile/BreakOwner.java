package io.credithub.domain.reconcile;

import io.credithub.domain.Text;

/// Whose move it is. Stored by [#code], which is never changed.
public enum BreakOwner {
    HUB(1, "学分汇运维", "the hub's operators"),
    SOURCE(2, "来源系统", "the system that reported it"),
    SCHOOL(3, "学校", "the school"),
    COUNTY(4, "县级主管部门", "the county's education authority"),
    RULE_OWNER(5, "规则制定单位", "whoever writes the rules");

    private final int code;
    private final Text text;

    BreakOwner(int code, String zh, String en) {
        this.code = code;
        this.text = new Text(zh, en);
    }

    public int code() {
        return code;
    }

    public Text text() {
        return text;
    }

    /// @throws IllegalArgumentException if no owner has this code
    public static BreakOwner of(int code) {
        for (BreakOwner owner : values()) if (owner.code == code) return owner;
        throw new IllegalArgumentException("no owner of breaks has the code " + code);
    }
}
