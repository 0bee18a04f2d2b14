package io.credithub.flow.report.year;

import io.credithub.domain.Text;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportHead;
import io.credithub.domain.report.ReportHead.KeyFigure;
import io.credithub.flow.delivery.Hours;
import io.credithub.flow.report.head.FigureWords;
import io.credithub.flow.report.head.ReportPreamble;
import java.util.ArrayList;
import java.util.List;

/// What stands above a division's school year: in one sentence what a reader wants to know, and the
/// figures that matter.
///
/// @param people who is on the roster
/// @param records with the credits in force
/// @param breaks with those that are open
record YearHead(SectionRows people, SectionRows records, SectionRows breaks) {
    /// @param more figures of people that this report tells besides
    ReportHead head(ReportPreamble preamble, ReportFigure... more) {
        return preamble.head(headline(preamble), figures(more));
    }

    private List<KeyFigure> figures(ReportFigure... more) {
        List<KeyFigure> figures = new ArrayList<>();
        figures.add(people.sum(ReportFigure.TEACHERS));
        figures.add(people.sum(ReportFigure.TEACHERS_IN_FORCE));
        figures.add(new KeyFigure(ReportFigure.SHARE, people.total(ReportFigure.SHARE)));
        for (ReportFigure figure : more) figures.add(people.sum(figure));
        figures.add(records.sum(ReportFigure.IN_FORCE));
        figures.add(records.sum(ReportFigure.ASIDE));
        figures.add(records.sum(ReportFigure.HELD));
        figures.add(records.sum(ReportFigure.HOURS));
        figures.add(new KeyFigure(ReportFigure.MEAN_HOURS, meanHours()));
        figures.add(records.sum(ReportFigure.CREDITS));
        figures.add(breaks.sum(ReportFigure.OPEN_BREAKS));
        figures.add(breaks.sum(ReportFigure.IN_QUESTION));
        return figures;
    }

    private ReportCell meanHours() {
        return PlaceTally.meanHours(
                new Hours(records.amount(ReportFigure.HOURS)),
                people.amount(ReportFigure.TEACHERS));
    }

    private Text headline(ReportPreamble head) {
        Text place = head.place().title();
        Text period = head.period();
        if (isEmpty()) {
            return new Text(
                    "%s,%s花名册上没有教师,也没有记录".formatted(period.zh(), place.zh()),
                    "%s: %s has no teachers on the roster and no records"
                            .formatted(period.capital().en(), place.en()));
        }
        String share = FigureWords.share(people.total(ReportFigure.SHARE));
        String zh =
                "%s,%s %s 名教师,参训 %s 人%s,入账 %s 学分;未处理差异 %s 项,存疑 %s 学分"
                        .formatted(
                                values(
                                        period.zh(),
                                        place.zh(),
                                        share.isEmpty() ? "" : "(" + share + ")"));
        String en =
                """
                %s: %s has %s teachers, %s of them trained%s; %s credits in force; %s open breaks,\
                 %s credits in question\
                """
                        .formatted(
                                values(
                                        period.capital().en(),
                                        place.en(),
                                        share.isEmpty() ? "" : " (" + share + ")"));
        return new Text(zh, en).plus(head.remark());
    }

    private Object[] values(String period, String place, String share) {
        return new Object[] {
            period,
            place,
            FigureWords.count(people.amount(ReportFigure.TEACHERS)),
            FigureWords.count(people.amount(ReportFigure.TEACHERS_IN_FORCE)),
            share,
            FigureWords.hundredths(records.amount(ReportFigure.CREDITS)),
            FigureWords.count(breaks.amount(ReportFigure.OPEN_BREAKS)),
            FigureWords.hundredths(breaks.amount(ReportFigure.IN_QUESTION))
        };
    }

    private boolean isEmpty() {
        return people.amount(ReportFigure.TEACHERS) == 0
                && records.rows().isEmpty()
                && breaks.rows().isEmpty();
    }
}
