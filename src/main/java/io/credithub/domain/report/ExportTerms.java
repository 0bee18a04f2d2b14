package io.credithub.domain.report;

/// The terms of the figures of the export to the national system.
final class ExportTerms {
    static final FigureTerms WHOLE_CREDITS =
            FigureTerms.of(
                    "wholeCredits",
                    ReportUnit.WHOLE_CREDITS,
                    "取整学分",
                    "whole credits",
                    "每名教师该学年的入账学分四舍五入至整数,每人一次;合计为各人取整后之和",
                    "A teacher's credits in force of the school year, rounded half up to a whole"
                            + " number, once each; a sum is of the rounded ones.");

    static final FigureTerms ROUNDING =
            FigureTerms.of(
                    "rounding",
                    ReportUnit.CREDITS,
                    "取整差",
                    "made by rounding",
                    "取整学分减入账学分",
                    "Whole credits less credits in force.");

    private ExportTerms() {}
}
