package io.credithub.api.problem;

/// The closed list of why a subscription or a delivery of it stays as it is, beside [ProblemCode].
public enum SubscriptionCode implements Coded {
    CHANGED_MEANWHILE(
            "HUB-2261",
            "订阅已被他人修改",
            "somebody else has changed the subscription",
            "重新查看,以新的 version 再改",
            "look at it again, and change it with the new version"),
    NOT_DEAD(
            "HUB-2262",
            "只有未能送达(DEAD)的投递可以重试",
            "only a delivery that was tried in vain (DEAD) is tried again",
            "查看其 state;需要再送一份的,用 POST /api/v1/subscriptions/{id}/send",
            "see its state; for one more, POST /api/v1/subscriptions/{id}/send"),
    IS_PAUSED(
            "HUB-2263",
            "订阅已暂停",
            "the subscription is paused",
            "先以 PATCH 将 state 改为 ACTIVE",
            "set its state to ACTIVE by PATCH first"),
    TOO_MANY(
            "HUB-2264",
            "该密钥的订阅已达上限",
            "the key has as many subscriptions as it may",
            "删除不再需要的订阅",
            "remove those that are not needed any more"),
    MAY_NOT(
            "HUB-2265",
            "该报表不能投递到此目标",
            "the report may not be sent to this target",
            "查看 GET /api/v1/subscriptions/targets,另选目标、范围或收件人",
            "see GET /api/v1/subscriptions/targets; choose another target, division or recipient"),
    UNDER_WAY(
            "HUB-2266",
            "该订阅已有多份在投递中",
            "several reports of the subscription are on their way already",
            "待其送达或失败后再试;进度见 GET /api/v1/subscriptions/{id}/deliveries",
            "wait until they are sent or have failed: GET /api/v1/subscriptions/{id}/deliveries");

    private static final int CONFLICT = 409;

    private final CodeMeaning told;

    SubscriptionCode(String code, String zh, String en, String remedyZh, String remedyEn) {
        told = new CodeMeaning(code, CONFLICT, zh, en, remedyZh, remedyEn);
    }

    @Override
    public CodeMeaning told() {
        return told;
    }
}
