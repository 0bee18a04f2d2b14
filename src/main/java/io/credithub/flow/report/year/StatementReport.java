package io.credithub.flow.report.year;

import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportHead;
import io.credithub.domain.report.ReportHead.KeyFigure;
import io.credithub.domain.report.ReportName;
import io.credithub.flow.delivery.Hours;
import io.credithub.flow.report.PlaceNames;
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
    private final PlaceNames names;
    private final AfterSigning signed;

    public StatementReport(
            YearFigures figures, ReportHeads heads, PlaceNames names, AfterSigning signed) {
        this.figures = figures;
        this.signed = signed;
        this.heads = heads;
        this.names = names;
    }

    @Override
    public ReportName name() {
        return ReportName.STATEMENT;
    }

    @Override
    public Uni<ReportDocument> open(ReportQuestion question) {
        YearScope scope = YearScope.of(question, heads);
        PlaceNames then = names.at(question.asOf());
        return figures.statement(scope, question.asOf())
                .chain(found ->
                        heads.above(question, ReportHeads.period(scope.schoolYear()), found.basis())
                                .chain(head ->
                                        signed.since(scope, question.asOf())
                                                .map(since ->
                                                        document(
                                                                new StatementAbove(
                                                                        scope, head, then),
                                                                found,
                                                                since))));
    }

    /// @param then what divisions were called at the moment of the figures
    private record StatementAbove(YearScope scope, ReportPreamble head, PlaceNames then) {}

    private static ReportDocument document(
            StatementAbove above, StatementFigures found, Optional<SignedAdjustments> since) {
        YearScope scope = above.scope();
        ReportPreamble head = above.head();
        SectionRows sources = FeedTables.sources(found.feeds());
        SectionRows breaks = TallyTables.breaks(found.breaks());
        SectionRows coverage = TallyTables.coverage(found.roster());
        List<ReportPart> parts = new ArrayList<>();
        parts.add(sources.part(FeedTables.CREDITS_BY_SOURCE));
        if (scope.isWhole()) parts.add(FeedTables.deliveries(found.deliveries()).part());
        parts.add(breaks.part(TallyTables.OPEN_BY_KIND));
        parts.add(coverage.part());
        parts.add(places(scope, found, above.then()).part(PlaceTables.TRAINED));
        since.ifPresent(changes -> parts.add(SignedTables.adjustments(changes).part()));
        ReportHead top =
                head.head(
                        new YearHeadline(coverage, sources, breaks).of(head),
                        keyFigures(sources, breaks, coverage));
        return new ReportDocument(top, parts);
    }

    private static SectionRows places(YearScope scope, StatementFigures found, PlaceNames then) {
        return scope.isCounty()
                ? PlaceTables.schools(found.roster())
                : new PlaceTables(then).counties(found.counties());
    }

    private static List<KeyFigure> keyFigures(
            SectionRows sources, SectionRows breaks, SectionRows coverage) {
        ReportCell mean =
                PlaceTally.meanHours(
                        new Hours(sources.amount(ReportFigure.HOURS)),
                        coverage.amount(ReportFigure.TEACHERS));
        return List.of(
                coverage.sum(ReportFigure.TEACHERS),
                coverage.sum(ReportFigure.TEACHERS_IN_FORCE),
                new KeyFigure(ReportFigure.SHARE, coverage.total(ReportFigure.SHARE)),
                coverage.sum(ReportFigure.WITHOUT_RECORDS),
                sources.sum(ReportFigure.IN_FORCE),
                sources.sum(ReportFigure.ASIDE),
                sources.sum(ReportFigure.HELD),
                sources.sum(ReportFigure.HOURS),
                new KeyFigure(ReportFigure.MEAN_HOURS, mean),
                sources.sum(ReportFigure.CREDITS),
                breaks.sum(ReportFigure.OPEN_BREAKS),
                breaks.sum(ReportFigure.IN_QUESTION));
    }
}
