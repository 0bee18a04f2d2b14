package io.credithub.api.problem;

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

    private final CodeMeaning told;

    AccessCode(String code, int status, String zh, String en, String remedyZh, String remedyEn) {
        told = new CodeMeaning(code, status, zh, en, remedyZh, remedyEn);
    }

    @Override
    public CodeMeaning told() {
        return told;
    }
}
