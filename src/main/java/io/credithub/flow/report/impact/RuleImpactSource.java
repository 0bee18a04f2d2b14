package io.credithub.flow.report.impact;

import io.credithub.domain.Credits;
import io.credithub.domain.Text;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportChart;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportHead;
import io.credithub.domain.report.ReportHead.BasisLine;
import io.credithub.domain.report.ReportHead.KeyFigure;
import io.credithub.domain.report.ReportName;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.ReportSection;
import io.credithub.domain.report.ReportTable;
import io.credithub.flow.recompute.Recomputation.County;
import io.credithub.flow.recompute.Recomputation.RecomputationKind;
import io.credithub.flow.report.ReportDocument;
import io.credithub.flow.report.ReportDocument.ReportPart;
import io.credithub.flow.report.ReportDocument.ReportRows;
import io.credithub.flow.report.ReportQuestion;
import io.credithub.flow.report.ReportSource;
import io.credithub.flow.report.ReportTermRefused;
import io.credithub.flow.report.head.FigureWords;
import io.credithub.flow.report.head.ReportHeads;
import io.credithub.flow.report.head.ReportPreamble;
import io.credithub.flow.report.impact.RuleImpactFigures.ImpactCase;
import io.credithub.flow.report.impact.RuleImpactFigures.RuleImpact;
import io.credithub.flow.report.impact.RuleImpactFigures.RuleImpactQuestion;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// What a change of rules does before anybody decides, or did when it was put in force: as it was
/// told then, of the teachers who were the division's at the moment of the report.
@Singleton
public class RuleImpactSource implements ReportSource {
    private static final String RECOMPUTATION = "recomputation";

    /// Teachers with the biggest differences.
    private static final int BIGGEST = 100;

    private final RuleImpactFigures figures;
    private final ReportHeads heads;

    public RuleImpactSource(RuleImpactFigures figures, ReportHeads heads) {
        this.figures = figures;
        this.heads = heads;
    }

    @Override
    public ReportName name() {
        return ReportName.RULE_IMPACT;
    }

    @Override
    public Set<String> terms() {
        return Set.of(RECOMPUTATION);
    }

    @Override
    public void check(Map<String, String> terms) {
        number(terms);
    }

    private static int number(Map<String, String> terms) {
        long number = ReportTermRefused.number(terms, RECOMPUTATION);
        if (number > Integer.MAX_VALUE) throw unknown(number);
        return Math.toIntExact(number);
    }

    private static ReportTermRefused unknown(long number) {
        return new ReportTermRefused(
                RECOMPUTATION,
                String.valueOf(number),
                List.of("已有的试算编号,见 GET /api/v1/recomputations · a recomputation that there is"));
    }

    /// @return fails with [ReportTermRefused] if there is no such recomputation
    @Override
    public Uni<ReportDocument> open(ReportQuestion question) {
        return Uni.createFrom()
                .item(() -> asked(question))
                .chain(asked ->
                        figures.read(asked)
                                .map(found -> found.orElseThrow(() -> unknown(asked.id()))))
                .chain(impact ->
                        heads.above(question, ReportHeads.period(null), impact.basis())
                                .map(above -> document(above, impact)));
    }

    private RuleImpactQuestion asked(ReportQuestion question) {
        return new RuleImpactQuestion(
                number(question.terms()),
                question.within(),
                BIGGEST,
                heads.basisOf(question, null));
    }

    private static ReportDocument document(ReportPreamble above, RuleImpact impact) {
        List<ReportPart> parts = new ArrayList<>();
        List<ReportRow> counties = RuleImpactTables.counties(impact.counties(), above::titleOf);
        boolean isDrawn = !counties.isEmpty() && counties.size() <= ReportChart.ROWS_MAX;
        List<ReportChart> charts = isDrawn ? List.of(RuleImpactTables.WHO_GAINS) : List.of();
        parts.add(
                new ReportPart(
                        new ReportSection(RuleImpactTables.COUNTIES, charts),
                        ReportRows.of(counties)));
        parts.add(part(RuleImpactTables.VERDICTS, RuleImpactTables.verdicts(impact.verdicts())));
        parts.add(
                part(
                        RuleImpactTables.biggest(BIGGEST),
                        RuleImpactTables.biggest(impact.biggest(), above::titleOf)));
        if (impact.about().kind() == RecomputationKind.RULES) {
            parts.add(
                    part(RuleImpactTables.POLICIES, RuleImpactTables.policies(impact.policies())));
        }
        return new ReportDocument(head(above, impact), parts);
    }

    private static ReportPart part(ReportTable table, List<ReportRow> rows) {
        return new ReportPart(ReportSection.of(table), ReportRows.of(rows));
    }

    private static ReportHead head(ReportPreamble above, RuleImpact impact) {
        List<County> counties = impact.counties();
        long before = credits(counties, County::recognisedBefore);
        long after = credits(counties, County::recognisedAfter);
        List<KeyFigure> figures =
                List.of(
                        count(ReportFigure.CHANGED_CYCLES, counties, County::teachers),
                        count(ReportFigure.GAINING, counties, County::gaining),
                        count(ReportFigure.LOSING, counties, County::losing),
                        new KeyFigure(ReportFigure.RECOGNISED_BEFORE, ReportCell.of(before)),
                        new KeyFigure(ReportFigure.RECOGNISED_AFTER, ReportCell.of(after)),
                        new KeyFigure(
                                ReportFigure.RECOGNISED_CHANGE, ReportCell.of(after - before)),
                        count(ReportFigure.NEWLY_QUALIFIED, counties, County::newlyQualified),
                        count(
                                ReportFigure.NO_LONGER_QUALIFIED,
                                counties,
                                County::noLongerQualified));
        return above.head(headline(above, impact, after - before), figures, basis(above, impact));
    }

    private static KeyFigure count(
            ReportFigure figure, List<County> counties, ToLongFunction<County> one) {
        return new KeyFigure(figure, ReportCell.of(sum(counties, one)));
    }

    private static long credits(List<County> counties, Function<County, Credits> one) {
        return sum(counties, county -> one.apply(county).hundredths());
    }

    private static long sum(List<County> counties, ToLongFunction<County> one) {
        return counties.stream().mapToLong(one).reduce(0, Math::addExact);
    }

    private static Text headline(ReportPreamble above, RuleImpact impact, long change) {
        Text place = above.place().title();
        List<County> counties = impact.counties();
        long changed = sum(counties, County::teachers);
        Text said;
        if (changed == 0) {
            said =
                    new Text(
                            "%s:没有教师受影响".formatted(place.zh()),
                            "%s: nobody gains or loses".formatted(place.en()));
        } else {
            String by = (change > 0 ? "+" : "") + FigureWords.hundredths(change);
            Object[] values = {
                FigureWords.count(changed),
                FigureWords.count(sum(counties, County::gaining)),
                FigureWords.count(sum(counties, County::losing)),
                by,
                FigureWords.count(sum(counties, County::newlyQualified)),
                FigureWords.count(sum(counties, County::noLongerQualified))
            };
            said =
                    new Text(
                            place.zh()
                                    + ":%s 人次结果有变,%s 增、%s 减,认定学分 %s;转为合格 %s,不再合格 %s"
                                            .formatted(values),
                            place.en()
                                    + (": %s cycles come out otherwise, %s gain, %s lose, %s"
                                           + " credits recognised; %s newly qualified, %s no"
                                           + " longer")
                                            .formatted(values));
        }
        return said.plus(state(impact.about())).plus(unjudged(impact));
    }

    private static Text state(ImpactCase about) {
        return switch (about.state()) {
            case TELLING ->
                    new Text(
                            ";试算未完,已算 %d/%d 人".formatted(about.done(), about.teachers()),
                            "; not told to its end: %d of %d teachers"
                                    .formatted(about.done(), about.teachers()));
            case TOLD -> new Text(";尚未实施", "; not in force");
            case APPLYING -> new Text(";正在实施", "; being applied");
            case APPLIED -> new Text(";已实施", "; in force");
            case FAILED -> new Text(";中途停止", "; it stopped half way");
        };
    }

    private static Text unjudged(RuleImpact impact) {
        if (impact.unjudged() == 0) return Text.EMPTY;
        String records = FigureWords.count(impact.unjudged());
        return new Text(
                ";另有 %s 条记录按新规则无从折算".formatted(records),
                "; for %s records the new rules have no answer".formatted(records));
    }

    private static List<BasisLine> basis(ReportPreamble above, RuleImpact impact) {
        ImpactCase about = impact.about();
        List<BasisLine> lines = new ArrayList<>();
        String asked = FigureWords.minute(about.askedAt(), above.asOf().zone());
        lines.add(
                ReportPreamble.line(
                        "试算 · 时间 · 发起",
                        "recomputation · asked at · by",
                        about.id(),
                        asked,
                        about.askedBy()));
        String subject = about.subject();
        if (subject != null) lines.add(ReportPreamble.line("变更内容", "what is changed", subject));
        lines.add(
                ReportPreamble.line(
                        "所比较的规则(决定编号)", "compared with the rules of decision", about.against()));
        Integer rulebook = about.rulebook();
        if (rulebook != null) {
            lines.add(ReportPreamble.line("实施为规则(决定编号)", "in force as decision", rulebook));
        }
        return lines;
    }
}
