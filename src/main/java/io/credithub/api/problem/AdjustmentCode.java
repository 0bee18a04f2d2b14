package io.credithub.api.problem;

import io.credithub.flow.adjustment.NotAdjusted.AdjustmentRefusal;

/// The closed list of why an award is not adjusted, beside [ProblemCode].
public enum AdjustmentCode implements Coded {
    NO_RECORD(
            "HUB-2232",
            "该差异在学分汇没有记录,无从调整",
            "the break is about no record of ours: there is nothing to adjust",
            "由学校申报认定,或由来源补报",
            "have the school claim it, or the source report it"),
    NOT_IN_FORCE(
            "HUB-2233",
            "该记录现在不计学分(搁置、暂挂、不予认定、待匹配或已撤回)",
            "the record earns nothing now: it is aside, held, refused, waiting or withdrawn",
            "先处理暂挂,或调整入账的那一条",
            "decide about the hold first, or adjust the record that counts"),
    CONTENT_CHANGED(
            "HUB-2234",
            "提出之后来源更正了该记录",
            "the source has corrected the record since it was proposed",
            "查看更正后的记录,需要时另行提出",
            "look at the record as it is now, and propose anew if need be"),
    ADJUSTED_ALREADY(
            "HUB-2235",
            "该记录已有调整,或已有调整待复核",
            "the record is adjusted, or an adjustment of it waits for a second person",
            "先撤销或撤回原调整",
            "revoke or withdraw that one first"),
    OUT_OF_BOUNDS(
            "HUB-2236",
            "超过该记录可得的学分",
            "more than the record could earn",
            "不超过学时按政策最宽比例折算、来源学分与规则折算三者中的最大值",
            "at most what the policy's best divisor makes of its hours, the source's own figure, or"
                    + " what the rules give, whichever is most"),
    AS_BY_RULES(
            "HUB-2237",
            "与按规则折算相同,无需调整",
            "the rules give as much: there is nothing to adjust",
            "核对学分",
            "check the credits"),
    DECIDED(
            "HUB-2238",
            "该调整已有结果",
            "the adjustment has been answered already",
            "查看其状态与经过",
            "see its state and history"),
    OWN_PROPOSAL(
            "HUB-2239",
            "提出人不能复核自己的调整",
            "who proposed it is not the second person",
            "由另一密钥复核;提出人可以撤回",
            "have another key answer; who proposed it may withdraw it"),
    ANOTHERS_PROPOSAL(
            "HUB-2240",
            "只有提出人可以撤回",
            "only who proposed it withdraws it",
            "不同意的,以 refuse 答复",
            "refuse it instead");

    private static final int CONFLICT = 409;

    private final CodeMeaning told;

    AdjustmentCode(String code, String zh, String en, String remedyZh, String remedyEn) {
        told = new CodeMeaning(code, CONFLICT, zh, en, remedyZh, remedyEn);
    }

    @Override
    public CodeMeaning told() {
        return told;
    }

    public static AdjustmentCode of(AdjustmentRefusal why) {
        return switch (why) {
            case NO_RECORD -> NO_RECORD;
            case NOT_IN_FORCE -> NOT_IN_FORCE;
            case CONTENT_CHANGED -> CONTENT_CHANGED;
            case ADJUSTED_ALREADY -> ADJUSTED_ALREADY;
            case OUT_OF_BOUNDS -> OUT_OF_BOUNDS;
            case AS_BY_RULES -> AS_BY_RULES;
            case DECIDED -> DECIDED;
            case OWN_PROPOSAL -> OWN_PROPOSAL;
            case ANOTHERS_PROPOSAL -> ANOTHERS_PROPOSAL;
        };
    }
}
