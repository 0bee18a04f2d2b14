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
import io.credithub.flow.report.year.YearFigures.YearScope;
import io.credithub.flow.rules.Policies;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The reconciliation statement of a division's school year: what each source gave, what does not
/// agree, who is covered, and each school or county. All of it is of one moment.
///
/// What is said of records, credits and teachers is of the division's own teachers. What was
/// declared, received and rejected is known of whole deliveries alone, which are of many counties:
/// it is told where the division is all that the hub is for.
@Singleton
public final class StatementReport implements ReportSource {
    private final YearFigures figures;
    private final Policies policies;
    private final PlaceNames names;

    public StatementReport(YearFigures figures, Policies policies, PlaceNames names) {
        this.figures = figures;
        this.policies = policies;
        this.names = names;
    }

    @Override
    public ReportName name() {
        return ReportName.STATEMENT;
    }

    @Override
    public Set<String> terms() {
        return Set.of();
    }

    @Override
    public Uni<ReportDocument> open(ReportQuestion question) {
        YearScope scope = YearHead.scope(question, policies);
        PlaceNames then = names.at(question.asOf());
        return figures.statement(scope, question.asOf())
                .chain(found ->
                        YearHead.of(question, scope, found.basis(), policies, then)
                                .map(head -> document(head, found, then)));
    }

    private static ReportDocument document(YearHead head, StatementFigures found, PlaceNames then) {
        SectionRows sources = FeedTables.sources(found.feeds());
        SectionRows breaks = TallyTables.breaks(found.breaks());
        SectionRows coverage = TallyTables.coverage(found.roster());
        List<ReportPart> parts = new ArrayList<>();
        parts.add(sources.part(FeedTables.CREDITS_BY_SOURCE));
        if (head.scope().isWhole()) parts.add(FeedTables.deliveries(found.deliveries()).part());
        parts.add(breaks.part(TallyTables.OPEN_BY_KIND));
        parts.add(coverage.part());
        parts.add(places(head.scope(), found, then).part(PlaceTables.TRAINED));
        ReportHead above =
                head.head(
                        new YearHeadline(coverage, sources, breaks).of(head),
                        keyFigures(sources, breaks, coverage));
        return new ReportDocument(above, parts);
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
