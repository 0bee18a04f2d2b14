package io.credithub.flow.report.impact;

import io.credithub.domain.Text;
import io.credithub.domain.report.CellType;
import io.credithub.domain.report.ColumnTotal;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportChart;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.ReportTable;
import io.credithub.domain.standing.Standing.Verdict;
import io.credithub.flow.recompute.Recomputation.County;
import io.credithub.flow.recompute.Recomputation.CycleAmounts;
import io.credithub.flow.recompute.Recomputation.PolicyChange.Change;
import io.credithub.flow.recompute.Recomputation.TeacherChange;
import io.credithub.flow.report.impact.RuleImpactFigures.ImpactPolicy;
import io.credithub.flow.report.impact.RuleImpactFigures.ImpactVerdict;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a change of rules does: by division, to verdicts, to whom most, and to the rules. Pure.
final class RuleImpactTables {
    private static final int DIGEST_DIGITS = 12;
    private static final ReportColumn DIVISION = ReportColumn.code("division", "区划代码", "division");
    private static final ReportColumn PLACE = ReportColumn.words("place", "区划", "place");
    private static final ReportColumn CYCLE =
            ReportColumn.plain("cycle", "周期首学年", "cycle from", CellType.SCHOOL_YEAR);

    static final ReportTable COUNTIES =
            new ReportTable(
                    "counties",
                    new Text("各区划", "By division"),
                    List.of(
                            DIVISION,
                            PLACE,
                            ReportColumn.sum(ReportFigure.CHANGED_CYCLES),
                            ReportColumn.sum(ReportFigure.CHANGED_AWARDS),
                            ReportColumn.sum(ReportFigure.GAINING),
                            ReportColumn.sum(ReportFigure.LOSING),
                            ReportColumn.sum(ReportFigure.EARNED_BEFORE),
                            ReportColumn.sum(ReportFigure.EARNED_AFTER),
                            ReportColumn.sum(ReportFigure.RECOGNISED_BEFORE),
                            ReportColumn.sum(ReportFigure.RECOGNISED_AFTER),
                            ReportColumn.sum(ReportFigure.RECOGNISED_CHANGE),
                            ReportColumn.sum(ReportFigure.NEWLY_QUALIFIED),
                            ReportColumn.sum(ReportFigure.NO_LONGER_QUALIFIED)));

    static final ReportChart WHO_GAINS =
            new ReportChart(
                    new Text("认定学分增加与减少的人次", "Who gains and who loses"),
                    PLACE.key(),
                    List.of(ReportFigure.GAINING.key(), ReportFigure.LOSING.key()),
                    false);

    static final ReportTable VERDICTS =
            new ReportTable(
                    "verdicts",
                    new Text("结论的变化", "Verdicts that change"),
                    List.of(
                            CYCLE,
                            ReportColumn.words("before", "原结论", "before"),
                            ReportColumn.words("after", "新结论", "after"),
                            ReportColumn.sum(ReportFigure.CHANGED_CYCLES)));

    static final ReportTable POLICIES =
            new ReportTable(
                    "policies",
                    new Text("新旧规则", "Rules before and after"),
                    List.of(
                            ReportColumn.code("policy", "规则版本", "version"),
                            ReportColumn.words("change", "变化", "change"),
                            ReportColumn.code("before", "原文摘要", "digest before"),
                            ReportColumn.code("after", "新文摘要", "digest after")));

    private RuleImpactTables() {}

    /// A part of all who differ: what they come to is no sum of the report.
    ///
    /// @param most how many at most
    static ReportTable biggest(int most) {
        return new ReportTable(
                "biggest",
                new Text(
                        "认定学分变化最大的教师(至多 %d 人次)".formatted(most),
                        "The biggest differences (at most %d)".formatted(most)),
                List.of(
                        ReportColumn.code("teacherNo", "教师编号", "teacher"),
                        DIVISION,
                        PLACE,
                        CYCLE,
                        part(ReportFigure.CHANGED_AWARDS),
                        part(ReportFigure.EARNED_BEFORE),
                        part(ReportFigure.EARNED_AFTER),
                        part(ReportFigure.RECOGNISED_BEFORE),
                        part(ReportFigure.RECOGNISED_AFTER),
                        part(ReportFigure.RECOGNISED_CHANGE),
                        ReportColumn.words("before", "原结论", "before"),
                        ReportColumn.words("after", "新结论", "after")));
    }

    private static ReportColumn part(ReportFigure figure) {
        return ReportColumn.figure(figure, ColumnTotal.NONE);
    }

    /// @param titleOf what a division is called
    static List<ReportRow> counties(List<County> counties, Function<String, Text> titleOf) {
        return counties.stream().map(county -> county(county, titleOf)).toList();
    }

    private static ReportRow county(County county, Function<String, Text> titleOf) {
        long before = county.recognisedBefore().hundredths();
        long after = county.recognisedAfter().hundredths();
        return ReportRow.of(
                ReportCell.of(county.division()),
                ReportCell.of(titleOf.apply(county.division())),
                ReportCell.of(county.teachers()),
                ReportCell.of(county.awards()),
                ReportCell.of(county.gaining()),
                ReportCell.of(county.losing()),
                ReportCell.of(county.earnedBefore().hundredths()),
                ReportCell.of(county.earnedAfter().hundredths()),
                ReportCell.of(before),
                ReportCell.of(after),
                ReportCell.of(after - before),
                ReportCell.of(county.newlyQualified()),
                ReportCell.of(county.noLongerQualified()));
    }

    static List<ReportRow> verdicts(List<ImpactVerdict> verdicts) {
        return verdicts.stream()
                .map(one ->
                        ReportRow.of(
                                ReportCell.of(one.cycle()),
                                ReportCell.of(words(one.before())),
                                ReportCell.of(words(one.after())),
                                ReportCell.of(one.cycles())))
                .toList();
    }

    static List<ReportRow> biggest(List<TeacherChange> changes, Function<String, Text> titleOf) {
        return changes.stream().map(change -> change(change, titleOf)).toList();
    }

    private static ReportRow change(TeacherChange change, Function<String, Text> titleOf) {
        CycleAmounts was = change.before();
        CycleAmounts is = change.after();
        return ReportRow.of(
                ReportCell.of(change.teacherNo()),
                ReportCell.of(change.division()),
                ReportCell.of(titleOf.apply(change.division())),
                ReportCell.of(change.cycle()),
                ReportCell.of(change.awards()),
                ReportCell.of(was.earned().hundredths()),
                ReportCell.of(is.earned().hundredths()),
                ReportCell.of(was.recognised().hundredths()),
                ReportCell.of(is.recognised().hundredths()),
                ReportCell.of(is.recognised().minus(was.recognised()).hundredths()),
                ReportCell.of(words(was.verdict())),
                ReportCell.of(words(is.verdict())));
    }

    static List<ReportRow> policies(List<ImpactPolicy> policies) {
        return policies.stream()
                .map(one ->
                        ReportRow.of(
                                ReportCell.of(one.id()),
                                ReportCell.of(words(one.change())),
                                ReportCell.of(digest(one.before())),
                                ReportCell.of(digest(one.after()))))
                .toList();
    }

    private static @Nullable String digest(@Nullable String digest) {
        if (digest == null) return null;
        return digest.substring(0, Math.min(DIGEST_DIGITS, digest.length()));
    }

    private static Text words(Change change) {
        return switch (change) {
            case ADDED -> new Text("新增", "added");
            case CHANGED -> new Text("有改动", "changed");
            case REMOVED -> new Text("不再适用", "removed");
            case SAME -> new Text("不变", "the same");
        };
    }

    private static Text words(Verdict verdict) {
        return switch (verdict) {
            case QUALIFIED -> new Text("合格", "qualified");
            case NOT_YET -> new Text("尚未合格", "not yet qualified");
            case BLOCKED -> new Text("借贷未还清", "a loan is open");
            case UNQUALIFIED -> new Text("不合格", "unqualified");
            case NOT_REGISTERED -> new Text("未登记", "not registered");
            case LEFT -> new Text("已离职", "left");
        };
    }
}
