package io.credithub.flow.report.year;

import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportFigure;
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

/// A division's school year by county, each in one row, and by city where there are several. Its
/// sums are those of the statement of the same division.
@Singleton
public final class RollUpReport implements ReportSource {
    private static final int CITY_DIGITS = 4;

    private final YearFigures figures;
    private final Policies policies;
    private final PlaceNames names;

    public RollUpReport(YearFigures figures, Policies policies, PlaceNames names) {
        this.figures = figures;
        this.policies = policies;
        this.names = names;
    }

    @Override
    public ReportName name() {
        return ReportName.ROLL_UP;
    }

    @Override
    public Set<String> terms() {
        return Set.of();
    }

    @Override
    public Uni<ReportDocument> open(ReportQuestion question) {
        YearScope scope = YearHead.scope(question, policies);
        PlaceNames then = names.at(question.asOf());
        return figures.rollUp(scope, question.asOf())
                .chain(found ->
                        YearHead.of(question, scope, found.basis(), policies, then)
                                .map(head -> document(head, found, then)));
    }

    private static ReportDocument document(YearHead head, RollUpFigures found, PlaceNames then) {
        PlaceTables tables = new PlaceTables(then);
        SectionRows counties = tables.rollUp(found);
        List<ReportPart> parts = new ArrayList<>();
        if (head.scope().within().prefix().length() < CITY_DIGITS) {
            parts.add(tables.cities(found).part(PlaceTables.TRAINED));
        }
        parts.add(counties.part(PlaceTables.TRAINED));
        return new ReportDocument(
                head.head(
                        new YearHeadline(counties, counties, counties).of(head),
                        keyFigures(counties)),
                parts);
    }

    private static List<KeyFigure> keyFigures(SectionRows counties) {
        ReportCell mean =
                PlaceTally.meanHours(
                        new Hours(counties.amount(ReportFigure.HOURS)),
                        counties.amount(ReportFigure.TEACHERS));
        return List.of(
                counties.sum(ReportFigure.TEACHERS),
                counties.sum(ReportFigure.TEACHERS_IN_FORCE),
                new KeyFigure(ReportFigure.SHARE, counties.total(ReportFigure.SHARE)),
                counties.sum(ReportFigure.IN_FORCE),
                counties.sum(ReportFigure.ASIDE),
                counties.sum(ReportFigure.HELD),
                counties.sum(ReportFigure.HOURS),
                new KeyFigure(ReportFigure.MEAN_HOURS, mean),
                counties.sum(ReportFigure.CREDITS),
                counties.sum(ReportFigure.OPEN_BREAKS),
                counties.sum(ReportFigure.IN_QUESTION));
    }
}
