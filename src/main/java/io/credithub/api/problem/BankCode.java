package io.credithub.api.problem;

import io.credithub.domain.bank.RefusalReason;

/// The closed list of what the credit bank does not do, beside [ProblemCode].
public enum BankCode implements Coded {
    EXEMPTED_ALREADY(
            "HUB-2121",
            "该学年已有同类减免",
            "there is such an exemption for the school year already",
            "查看减免清单",
            "see the list of exemptions"),
    YEAR_NOT_OVER(
            "HUB-2122",
            "该学年尚未结束",
            "the school year is not over",
            "学年结束后再审定",
            "decide it when it is over"),
    YEAR_NOT_REGISTERED(
            "HUB-2123",
            "该教师在该学年不登记学分",
            "the teacher's credits are not registered in that school year",
            "核对转正、调入、离职日期",
            "check the days of confirmation, transfer and leaving"),
    YEAR_DECIDED(
            "HUB-2124",
            "该学年结果已审定",
            "the school year is decided already",
            "如需更改,先说明理由重新打开",
            "open it again first, with a reason"),
    NOT_IN_QUESTION(
            "HUB-2133",
            "该学年审定结果与账本一致,无需确认",
            "the ledger says what was decided: there is nothing to confirm",
            "查看该学年的审定记录",
            "see how the year was decided"),
    NO_LENDING(
            "HUB-2125",
            "现行政策不办理学分借贷",
            "the policy in force does not lend credits",
            "查阅政策文件的 loans",
            "see loans in the policy file"),
    NOT_THE_CURRENT_YEAR(
            "HUB-2126",
            "不是当前学年,不能借贷或撤销借贷",
            "loans are made and given back in their own school year only",
            "只借当前学年所缺学分",
            "borrow for the current school year"),
    LENT_ALREADY(
            "HUB-2127",
            "已有未还清的借贷",
            "a loan is open already",
            "先还清或撤销原借贷",
            "repay it or give it back first"),
    LENT_THE_YEAR_BEFORE(
            "HUB-2128",
            "上一学年已借贷,不能连续两年借",
            "there was a loan the year before: not two years running",
            "本学年须修满学分",
            "earn this year's credits"),
    NOTHING_MISSING("HUB-2129", "本学年不缺学分", "the year lacks nothing", "无需借贷", "no loan is needed"),
    NO_SUCH_FORM(
            "HUB-2130",
            "借贷的类别与政策不符",
            "the form of the loan is not one that the policy lends for",
            "按政策填写或不填 line",
            "give the line that the policy lends for, or none"),
    NOT_ENOUGH_AVAILABLE(
            "HUB-2131",
            "可用学分不足",
            "so many credits are not available",
            "查看 figures 与账户",
            "see figures, and the account"),
    RESERVATION_SETTLED(
            "HUB-2132",
            "该预留已支取或已释放",
            "the reservation was used or released before",
            "查看账户",
            "see the account"),
    NOT_THE_HOME_COUNTY(
            "HUB-2151",
            "该教师借调、交流在本县,学分事项由原单位所在县办理",
            "the teacher works here and belongs to a school of another county, which decides",
            "请原单位所在县办理;本县可查询、可开具学分证明",
            "ask the home school's county; here the teacher can be seen and certified");

    private static final int CONFLICT = 409;

    private final CodeMeaning told;

    BankCode(String code, String zh, String en, String remedyZh, String remedyEn) {
        told = new CodeMeaning(code, CONFLICT, zh, en, remedyZh, remedyEn);
    }

    @Override
    public CodeMeaning told() {
        return told;
    }

    /// For what the bank does not do.
    static BankCode of(RefusalReason why) {
        return switch (why) {
            case EXEMPTED_ALREADY -> EXEMPTED_ALREADY;
            case YEAR_NOT_OVER -> YEAR_NOT_OVER;
            case YEAR_NOT_REGISTERED -> YEAR_NOT_REGISTERED;
            case YEAR_DECIDED -> YEAR_DECIDED;
            case NOT_IN_QUESTION -> NOT_IN_QUESTION;
            case NO_LENDING -> NO_LENDING;
            case NOT_THE_CURRENT_YEAR -> NOT_THE_CURRENT_YEAR;
            case LENT_ALREADY -> LENT_ALREADY;
            case LENT_THE_YEAR_BEFORE -> LENT_THE_YEAR_BEFORE;
            case NOTHING_MISSING -> NOTHING_MISSING;
            case NO_SUCH_FORM -> NO_SUCH_FORM;
            case NOT_ENOUGH_AVAILABLE -> NOT_ENOUGH_AVAILABLE;
            case RESERVATION_SETTLED -> RESERVATION_SETTLED;
            case NOT_THE_HOME_COUNTY -> NOT_THE_HOME_COUNTY;
        };
    }
}
