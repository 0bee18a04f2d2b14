package io.credithub.flow.report.table;

import io.credithub.domain.Text;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportFigure;
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
import io.credithub.flow.report.table.TrainingStatisticFigures.TrainingStatisticAmounts;
import io.credithub.flow.report.table.TrainingStatisticFigures.TrainingStatisticDimension;
import io.credithub.flow.report.table.TrainingStatisticFigures.TrainingStatisticSums;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/// The statistical return of a school year: persons, person-times and hours by level, kind, form
/// and place. Every teacher of the roster is in one row of the places, with records or without.
@Singleton
public class TrainingStatisticSource implements ReportSource {
    private static final int COUNTY_DIGITS = 6;

    private final TrainingStatisticFigures figures;
    private final ReportHeads heads;

    public TrainingStatisticSource(TrainingStatisticFigures figures, ReportHeads heads) {
        this.figures = figures;
        this.heads = heads;
    }

    @Override
    public ReportName name() {
        return ReportName.STATISTICS;
    }

    @Override
    public Uni<ReportDocument> open(ReportQuestion question) {
        int year = heads.yearOf(question);
        return figures.read(question.within(), year, heads.basisOf(question, year))
                .chain(sums ->
                        heads.above(question, ReportHeads.period(year), sums.basis())
                                .map(head -> document(head, sums)));
    }

    private static ReportDocument document(ReportPreamble head, TrainingStatisticSums sums) {
        TrainingStatisticTables tables = new TrainingStatisticTables(sums, head::titleOf);
        List<ReportPart> parts = new ArrayList<>();
        parts.add(
                new ReportPart(
                        TrainingStatisticTables.whole(), ReportRows.of(List.of(tables.all()))));
        for (TrainingStatisticDimension dimension : TrainingStatisticDimension.values()) {
            parts.add(
                    new ReportPart(
                            TrainingStatisticTables.by(dimension),
                            ReportRows.of(tables.rows(dimension))));
        }
        if (head.question().within().prefix().length() < COUNTY_DIGITS) {
            parts.add(
                    new ReportPart(
                            TrainingStatisticTables.byCounty(), ReportRows.of(tables.counties())));
        }
        parts.add(
                new ReportPart(
                        TrainingStatisticTables.bySchool(), ReportRows.of(tables.schools())));
        return new ReportDocument(
                head.head(head.headline(headline(tables)), keyFigures(tables)), parts);
    }

    private static List<KeyFigure> keyFigures(TrainingStatisticTables tables) {
        TrainingStatisticAmounts all = tables.sums().all();
        return List.of(
                new KeyFigure(ReportFigure.TEACHERS, ReportCell.of(tables.teachers())),
                new KeyFigure(ReportFigure.TEACHERS_IN_FORCE, ReportCell.of(all.persons())),
                new KeyFigure(ReportFigure.IN_FORCE, ReportCell.of(all.personTimes())),
                new KeyFigure(ReportFigure.HOURS, ReportCell.of(all.hours())),
                new KeyFigure(
                        ReportFigure.MEAN_HOURS_TRAINED, ReportCell.ofNullable(all.meanHours())));
    }

    private static Text headline(TrainingStatisticTables tables) {
        TrainingStatisticAmounts all = tables.sums().all();
        long teachers = tables.teachers();
        Long mean = all.meanHours();
        if (mean == null) {
            if (teachers == 0) return new Text("没有教师,也没有记录", "no teachers and no records");
            return new Text(
                    "教师%s人,均无入账记录".formatted(FigureWords.count(teachers)),
                    FigureWords.counted(teachers, "teacher") + ", no record in force");
        }
        String persons = FigureWords.count(all.persons());
        String hours = FigureWords.hundredths(mean);
        return new Text(
                "教师%s人,参训%s人、%s人次,参训人均%s学时"
                        .formatted(
                                FigureWords.count(teachers),
                                persons,
                                FigureWords.count(all.personTimes()),
                                hours),
                "%s, %s of them trained, %s, %s hours for each one trained"
                        .formatted(
                                FigureWords.counted(teachers, "teacher"),
                                persons,
                                FigureWords.counted(all.personTimes(), "person-time"),
                                hours));
    }
}
