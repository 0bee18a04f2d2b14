package io.credithub.flow.report.year;

import io.credithub.domain.Text;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportHead;
import io.credithub.domain.report.ReportName;
import io.credithub.flow.report.ReportDocument;
import io.credithub.flow.report.ReportDocument.ReportPart;
import io.credithub.flow.report.ReportQuestion;
import io.credithub.flow.report.ReportSource;
import io.credithub.flow.report.head.ReportHeads;
import io.credithub.flow.report.head.ReportPreamble;
import io.credithub.flow.report.year.AfterSigning.SignedAdjustments;
import io.credithub.flow.report.year.YearFigures.YearScope;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The reconciliation statement of a division's school year: what each source gave, what does not
/// agree, who is covered, and each school or county. All of it is of one moment.
///
/// What is said of records, credits and teachers is of the division's own teachers. What was
/// declared, received and rejected is known of whole deliveries alone, which are of many counties:
/// it is told where the division is all that the hub is for.
@Singleton
public final class StatementReport implements ReportSource {
    private final YearFigures figures;
    private final ReportHeads heads;
    private final AfterSigning signed;

    public StatementReport(YearFigures figures, ReportHeads heads, AfterSigning signed) {
        this.figures = figures;
        this.heads = heads;
        this.signed = signed;
    }

    @Override
    public ReportName name() {
        return ReportName.STATEMENT;
    }

    @Override
    public Uni<ReportDocument> open(ReportQuestion question) {
        YearScope scope = YearScope.of(question, heads);
        return figures.statement(scope, question.asOf())
                .chain(found ->
                        heads.above(question, ReportHeads.period(scope.schoolYear()), found.basis())
                                .chain(head ->
                                        signed.since(scope, question.asOf())
                                                .map(since ->
                                                        document(scope, head, found, since))));
    }

    private static ReportDocument document(
            YearScope scope,
            ReportPreamble head,
            StatementFigures found,
            Optional<SignedAdjustments> since) {
        SectionRows sources = FeedTables.sources(found.feeds());
        SectionRows breaks = TallyTables.breaks(found.breaks());
        SectionRows coverage = TallyTables.coverage(found.roster());
        List<ReportPart> parts = new ArrayList<>();
        parts.add(sources.part(FeedTables.CREDITS_BY_SOURCE));
        if (scope.isWhole()) parts.add(FeedTables.deliveries(found.deliveries()).part());
        parts.add(breaks.part(TallyTables.OPEN_BY_KIND));
        parts.add(coverage.part());
        parts.add(places(scope, found, head).part(PlaceTables.TRAINED));
        since.map(SignedTables::adjustments)
                .ifPresent(tables -> tables.forEach(table -> parts.add(table.part())));
        Text remark = since.map(SignedTables::remark).orElse(Text.EMPTY);
        ReportHead top =
                new YearHead(coverage, sources, breaks)
                        .head(head, remark, ReportFigure.WITHOUT_RECORDS);
        return new ReportDocument(top, parts);
    }

    private static SectionRows places(
            YearScope scope, StatementFigures found, ReportPreamble head) {
        return scope.isCounty()
                ? PlaceTables.schools(found.roster())
                : new PlaceTables(head::titleOf).counties(found.counties());
    }
}
