package io.credithub.domain.report;

/// The terms of figures of one teacher's papers.
final class PersonFigureTerms {
    static final FigureTerms CARRIED_IN =
            FigureTerms.of(
                    "carriedIn",
                    ReportUnit.CREDITS,
                    "结转学分",
                    "credits carried in",
                    "本周期以前学年超出应修、结转至本学年的学分;因偿还借贷可为负",
                    "What earlier years of the cycle earned above what was required; below 0 by"
                            + " what is owed for loans.");

    static final FigureTerms OWED =
            FigureTerms.of(
                    "owed",
                    ReportUnit.CREDITS,
                    "应还学分",
                    "credits owed",
                    "因借贷应由以后学年偿还的学分",
                    "What the years after a loan owe for it.");

    static final FigureTerms REPAID =
            FigureTerms.of(
                    "repaid",
                    ReportUnit.CREDITS,
                    "已还学分",
                    "credits repaid",
                    "应还学分中已由以后学年偿还的部分",
                    "What of it the years after the loan have repaid.");

    static final FigureTerms WORTH =
            FigureTerms.of(
                    "worth",
                    ReportUnit.CREDITS,
                    "按规则折算",
                    "credits by the rules",
                    "按规则折算的学分;暂缓、不予认定的不计入,经核定调整的以调整为准",
                    "What the rules give for a record; nothing of it counts while it is held or"
                            + " refused, and a decision of a registrar counts in its place.");

    private PersonFigureTerms() {}
}
