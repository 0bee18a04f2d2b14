package io.credithub.api.problem;

import io.credithub.flow.review.SignOffRefusal;

/// The closed list of why a statement is not signed off, beside [ProblemCode].
public enum SignOffCode implements Coded {
    OPEN_ALREADY(
            "HUB-2281",
            "该县该学年已有一份对账表在签署中",
            "a statement of this county and school year waits for a step already",
            "继续办理该份,或由核准人、上级退回后重新编制",
            "go on with that one, or have it returned and prepare anew"),
    ANOTHER_STEP(
            "HUB-2282",
            "该份对账表现在不在这一步",
            "it waits for another step, or for none",
            "查看其状态:待核准的由县另一人核准,待审结的由市或省审结,已签署、已退回的另行编制下一版",
            "see its state: one that is prepared is approved by another person of the county, an"
                    + " approved one is concluded by the city or the province, and after that the"
                    + " next version is prepared"),
    COUNTY_ONLY(
            "HUB-2283",
            "编制与核准由该县的登记人员办理",
            "it is prepared and approved by registrars of the county itself",
            "使用辖区为该县的登记密钥",
            "use a registrar's key of that county"),
    ABOVE_ONLY(
            "HUB-2284",
            "这一步由市或省的登记人员办理",
            "this step is taken by registrars of the city or the province",
            "使用辖区为所属市或省的登记密钥",
            "use a registrar's key of the city or the province"),
    SAME_PERSON(
            "HUB-2285",
            "同一密钥已办理过其中一步",
            "the same key has taken an earlier step",
            "由另一人以本人的密钥办理",
            "have another person take it, with a key of their own"),
    YEAR_RUNNING(
            "HUB-2286",
            "该学年尚未结束",
            "the school year is not over",
            "学年结束后再编制",
            "prepare it once the year is over"),
    YEAR_OUT_OF_REACH(
            "HUB-2287",
            "名单只列本周期和上一周期的学年",
            "lists tell of the cycle that runs and the one before",
            "选择这两个周期内的学年",
            "choose a school year of these two"),
    LISTS_BEHIND(
            "HUB-2288",
            "该县教师刚有变动,名单尚未更新,没有编制",
            "lists do not have the last changes of the county's teachers yet: nothing was prepared",
            "几秒后再试;批量入账或更换规则期间,待其完成",
            "try again in some seconds, or once the postings or the change of rules are through"),
    TOO_LARGE(
            "HUB-2289",
            "其中一个文件超过 64 MiB",
            "one of its files would have more than 64 MiB",
            "先处理差异,减少未处理的差异数",
            "see to the breaks first, so that fewer are open");

    private static final int CONFLICT = 409;

    private final CodeMeaning told;

    SignOffCode(String code, String zh, String en, String remedyZh, String remedyEn) {
        told = new CodeMeaning(code, CONFLICT, zh, en, remedyZh, remedyEn);
    }

    @Override
    public CodeMeaning told() {
        return told;
    }

    public static SignOffCode of(SignOffRefusal why) {
        return switch (why) {
            case OPEN_ALREADY -> OPEN_ALREADY;
            case ANOTHER_STEP -> ANOTHER_STEP;
            case COUNTY_ONLY -> COUNTY_ONLY;
            case ABOVE_ONLY -> ABOVE_ONLY;
            case SAME_PERSON -> SAME_PERSON;
            case YEAR_RUNNING -> YEAR_RUNNING;
            case YEAR_OUT_OF_REACH -> YEAR_OUT_OF_REACH;
            case LISTS_BEHIND -> LISTS_BEHIND;
            case TOO_LARGE -> TOO_LARGE;
        };
    }
}
