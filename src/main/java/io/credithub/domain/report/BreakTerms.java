package io.credithub.domain.report;

/// The terms of the figures of breaks, one by one.
final class BreakTerms {
    static final FigureTerms OVERDUE_BREAKS =
            FigureTerms.of(
                    "overdueBreaks",
                    ReportUnit.BREAKS,
                    "超期差异",
                    "overdue breaks",
                    "出现已超过90天的差异",
                    "Breaks that appeared more than 90 days ago.");

    static final FigureTerms BREAK_AGE =
            FigureTerms.of(
                    "age",
                    ReportUnit.DAYS,
                    "已有天数",
                    "age",
                    "自差异出现(或重新出现)起的整天数,至统计时刻;已关闭的至关闭时",
                    "Full days since it appeared, or appeared anew, until the report or its"
                            + " closing.");

    static final FigureTerms HOURS_OURS =
            FigureTerms.of(
                    "hoursOurs",
                    ReportUnit.HOURS,
                    "我方学时",
                    "our hours",
                    "学分汇据以入账的学时;未载明的不计",
                    "Hours that the registry goes by; nothing where none are stated.");

    static final FigureTerms HOURS_THEIRS =
            FigureTerms.of(
                    "hoursTheirs",
                    ReportUnit.HOURS,
                    "对方学时",
                    "their hours",
                    "与之比对的记录所载学时;未载明的不计",
                    "Hours of the record that stands against it; nothing where none are stated.");

    static final FigureTerms CREDITS_OURS =
            FigureTerms.of(
                    "creditsOurs",
                    ReportUnit.CREDITS,
                    "我方学分",
                    "our credits",
                    "学分汇折算的学分;未载明的不计",
                    "Credits that the registry goes by; nothing where none are stated.");

    static final FigureTerms CREDITS_THEIRS =
            FigureTerms.of(
                    "creditsTheirs",
                    ReportUnit.CREDITS,
                    "对方学分",
                    "their credits",
                    "与之比对一方的学分;未载明的不计",
                    "Credits of the side that stands against it; nothing where none are stated.");

    private BreakTerms() {}
}
