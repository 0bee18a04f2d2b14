package io.credithub.flow.report.national;

import io.credithub.domain.Text;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportHead;
import io.credithub.domain.report.ReportHead.BasisLine;
import io.credithub.domain.report.ReportHead.KeyFigure;
import io.credithub.domain.report.ReportName;
import io.credithub.flow.report.ReportDocument;
import io.credithub.flow.report.ReportDocument.ReportPart;
import io.credithub.flow.report.ReportDocument.ReportRows;
import io.credithub.flow.report.ReportQuestion;
import io.credithub.flow.report.ReportSource;
import io.credithub.flow.report.head.FigureWords;
import io.credithub.flow.report.head.ReportHeads;
import io.credithub.flow.report.head.ReportPreamble;
import io.credithub.flow.report.national.NationalExportFigures.NationalExportAmount;
import io.credithub.flow.report.national.NationalExportFigures.NationalExportQuestion;
import io.credithub.flow.report.national.NationalExportFigures.NationalExportSums;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.ToLongFunction;

/// What is handed to the national teacher system, which takes whole credits: each teacher's school
/// year is rounded HALF_UP, once, and the difference is shown.
@Singleton
public class NationalExportSource implements ReportSource {
    private final NationalExportFigures figures;
    private final ReportHeads heads;

    public NationalExportSource(NationalExportFigures figures, ReportHeads heads) {
        this.figures = figures;
        this.heads = heads;
    }

    @Override
    public ReportName name() {
        return ReportName.NATIONAL_EXPORT;
    }

    @Override
    public Uni<ReportDocument> open(ReportQuestion question) {
        int year = heads.yearOf(question);
        NationalExportQuestion asked =
                new NationalExportQuestion(question.within(), year, heads.basisOf(question, year));
        return figures.sums(asked)
                .chain(sums ->
                        heads.above(question, ReportHeads.period(year), sums.basis())
                                .map(above -> document(above, asked, sums)));
    }

    private ReportDocument document(
            ReportPreamble above, NationalExportQuestion asked, NationalExportSums sums) {
        ReportRows rows =
                take ->
                        figures.each(
                                asked,
                                some ->
                                        take.apply(
                                                some.stream()
                                                        .map(one ->
                                                                NationalExportTable.row(
                                                                        one,
                                                                        asked.schoolYear(),
                                                                        above::titleOf))
                                                        .toList()));
        return new ReportDocument(
                head(above, sums), List.of(new ReportPart(NationalExportTable.SECTION, rows)));
    }

    private static ReportHead head(ReportPreamble above, NationalExportSums sums) {
        long teachers = sum(sums, NationalExportAmount::teachers);
        long hours = sum(sums, amount -> amount.hours().hundredths());
        long exact = sum(sums, each(amount -> amount.credits().hundredths()));
        long whole = sum(sums, each(amount -> amount.credits().whole()));
        long rounding = sum(sums, each(amount -> NationalExportTable.rounding(amount.credits())));
        return above.head(
                above.headline(headline(teachers, whole, exact, rounding)),
                List.of(
                        new KeyFigure(ReportFigure.TEACHERS_IN_FORCE, ReportCell.of(teachers)),
                        new KeyFigure(ReportFigure.HOURS, ReportCell.of(hours)),
                        new KeyFigure(ReportFigure.WHOLE_CREDITS, ReportCell.of(whole)),
                        new KeyFigure(ReportFigure.CREDITS, ReportCell.of(exact)),
                        new KeyFigure(ReportFigure.ROUNDING, ReportCell.of(rounding))),
                List.of(
                        new BasisLine(
                                new Text("取整规则", "rounding"),
                                new Text(
                                        "每人每学年一次,四舍五入(HALF_UP)",
                                        "once a teacher and year, HALF_UP"))));
    }

    private static ToLongFunction<NationalExportAmount> each(
            ToLongFunction<NationalExportAmount> one) {
        return amount -> Math.multiplyExact(amount.teachers(), one.applyAsLong(amount));
    }

    private static long sum(NationalExportSums sums, ToLongFunction<NationalExportAmount> one) {
        return sums.amounts().stream().mapToLong(one).reduce(0, Math::addExact);
    }

    private static Text headline(long teachers, long whole, long exact, long rounding) {
        if (teachers == 0) {
            return new Text(
                    "没有可上报的教师,本学年无入账记录", "nobody to report, no record of the year is in force");
        }
        String difference = (rounding > 0 ? "+" : "") + FigureWords.hundredths(rounding);
        String rounded = FigureWords.count(whole);
        String credits = FigureWords.hundredths(exact);
        return new Text(
                "上报教师 %s 人,取整后 %s 学分;精确值 %s 学分,取整差 %s"
                        .formatted(FigureWords.count(teachers), rounded, credits, difference),
                "%s, %s whole credits; exactly %s credits, so rounding made %s"
                        .formatted(
                                FigureWords.counted(teachers, "teacher"),
                                rounded,
                                credits,
                                difference));
    }
}
