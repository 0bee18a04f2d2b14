package io.credithub.api;

import io.credithub.domain.Text;

/// The closed list of what is wrong with a key that opens nothing just now, beside [ProblemCode].
public enum AccessCode implements Coded {
    KEY_EXPIRED(
            "HUB-5041",
            401,
            "密钥已过期",
            "the key has expired",
            "向运维人员申领新密钥",
            "ask the operator for a new one"),
    TOO_MANY_FAILURES(
            "HUB-5042",
            429,
            "无效密钥的尝试过多",
            "too many keys were tried in vain",
            "核对密钥,按 Retry-After 等待后再试",
            "check the key, and try again after Retry-After");

    private final String code;
    private final int status;
    private final Text message;
    private final Text remedy;

    AccessCode(String code, int status, String zh, String en, String remedyZh, String remedyEn) {
        this.code = code;
        this.status = status;
        this.message = new Text(zh, en);
        this.remedy = new Text(remedyZh, remedyEn);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Text message() {
        return message;
    }

    @Override
    public Text remedy() {
        return remedy;
    }
}
