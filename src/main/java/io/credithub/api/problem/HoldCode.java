package io.credithub.api.problem;

import io.credithub.flow.hold.DecideHolds.HoldRefusal;

/// The closed list of why a held record stays as it is, beside [ProblemCode].
public enum HoldCode implements Coded {
    NOT_HELD(
            "HUB-2181",
            "该记录没有暂挂,或内容已变",
            "the record is not held, or not any more",
            "重新查看该记录",
            "look at the record again"),
    WRONG_DECISION(
            "HUB-2182",
            "此项决定与暂挂的原因不符",
            "the decision answers something else than what is asked",
            "疑似重复的认定 SAME 或 DIFFERENT;其他的 RELEASE 或 REFUSE",
            "a suspected copy is SAME or DIFFERENT; anything else RELEASE or REFUSE"),
    WITHDRAWN_PROGRAMME(
            "HUB-2183",
            "整个培训项目已被撤销,不能逐条放行",
            "the whole programme was withdrawn: records are not released one by one",
            "撤销有误的,在项目库中恢复该项目",
            "if that was wrong, restore the programme in the register");

    private static final int CONFLICT = 409;

    private final CodeMeaning told;

    HoldCode(String code, String zh, String en, String remedyZh, String remedyEn) {
        told = new CodeMeaning(code, CONFLICT, zh, en, remedyZh, remedyEn);
    }

    @Override
    public CodeMeaning told() {
        return told;
    }

    public static HoldCode of(HoldRefusal why) {
        return switch (why) {
            case NOT_HELD -> NOT_HELD;
            case WRONG_DECISION -> WRONG_DECISION;
            case WITHDRAWN_PROGRAMME -> WITHDRAWN_PROGRAMME;
        };
    }
}
