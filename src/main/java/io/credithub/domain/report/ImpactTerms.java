package io.credithub.domain.report;

/// The terms of the figures of a change of rules. A teacher counts once for each cycle that comes
/// out otherwise.
final class ImpactTerms {
    static final FigureTerms CHANGED_CYCLES =
            of(
                    "changedCycles",
                    ReportUnit.PERSON_TIMES,
                    "结果有变",
                    "come out otherwise",
                    "学分或结论有变的教师,每人每周期计一次",
                    "Teachers whose awards, credits or verdict come out otherwise, once for each"
                            + " cycle.");

    static final FigureTerms CHANGED_AWARDS =
            of(
                    "changedAwards",
                    ReportUnit.RECORDS,
                    "折算有变",
                    "awards that differ",
                    "折算学分有变的记录",
                    "Records of which the award comes out otherwise.");

    static final FigureTerms GAINING =
            of(
                    "gaining",
                    ReportUnit.PERSON_TIMES,
                    "增加",
                    "gaining",
                    "认定学分增加的教师,每人每周期计一次",
                    "Teachers of whom more is recognised, once for each cycle.");

    static final FigureTerms LOSING =
            of(
                    "losing",
                    ReportUnit.PERSON_TIMES,
                    "减少",
                    "losing",
                    "认定学分减少的教师,每人每周期计一次",
                    "Teachers of whom less is recognised, once for each cycle.");

    static final FigureTerms EARNED_BEFORE =
            of(
                    "earnedBefore",
                    ReportUnit.CREDITS,
                    "原所得学分",
                    "earned before",
                    "结果有变的教师在该周期按原规则所得,未计上限",
                    "What teachers whose cycle differs earned in it by the rules before, before"
                            + " caps.");

    static final FigureTerms EARNED_AFTER =
            of(
                    "earnedAfter",
                    ReportUnit.CREDITS,
                    "新所得学分",
                    "earned after",
                    "同上,按新规则",
                    "The same by the new rules.");

    static final FigureTerms RECOGNISED_BEFORE =
            of(
                    "recognisedBefore",
                    ReportUnit.CREDITS,
                    "原认定学分",
                    "recognised before",
                    "结果有变的教师在该周期按原规则认定的学分",
                    "What was recognised of teachers whose cycle differs, by the rules before.");

    static final FigureTerms RECOGNISED_AFTER =
            of(
                    "recognisedAfter",
                    ReportUnit.CREDITS,
                    "新认定学分",
                    "recognised after",
                    "同上,按新规则",
                    "The same by the new rules.");

    static final FigureTerms RECOGNISED_CHANGE =
            of(
                    "recognisedChange",
                    ReportUnit.CREDITS,
                    "认定学分增减",
                    "change of what is recognised",
                    "新认定学分减原认定学分",
                    "Recognised after less recognised before.");

    static final FigureTerms NEWLY_QUALIFIED =
            of(
                    "newlyQualified",
                    ReportUnit.PERSON_TIMES,
                    "转为合格",
                    "newly qualified",
                    "按原规则不为合格、按新规则合格的教师,每人每周期计一次",
                    "Teachers who qualify by the new rules alone, once for each cycle.");

    static final FigureTerms NO_LONGER_QUALIFIED =
            of(
                    "noLongerQualified",
                    ReportUnit.PERSON_TIMES,
                    "不再合格",
                    "no longer qualified",
                    "按原规则合格、按新规则不为合格的教师,每人每周期计一次",
                    "Teachers who qualify by the rules before alone, once for each cycle.");

    private ImpactTerms() {}

    private static FigureTerms of(
            String key, ReportUnit unit, String zh, String en, String meaningZh, String meaningEn) {
        return FigureTerms.of(key, unit, zh, en, meaningZh, meaningEn);
    }
}
