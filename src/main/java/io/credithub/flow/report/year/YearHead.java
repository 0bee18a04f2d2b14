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
    /// @param remark behind the headline
    /// @param more figures of people that this report tells besides
    ReportHead head(ReportPreamble preamble, Text remark, ReportFigure... more) {
        return preamble.head(headline(preamble).plus(remark), figures(preamble, more));
    }

    private List<KeyFigure> figures(ReportPreamble preamble, ReportFigure... more) {
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
        figures.add(ofBreaks(preamble, ReportFigure.OPEN_BREAKS));
        figures.add(ofBreaks(preamble, ReportFigure.IN_QUESTION));
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
        long teachers = people.amount(ReportFigure.TEACHERS);
        String trained = FigureWords.count(people.amount(ReportFigure.TEACHERS_IN_FORCE));
        String share = FigureWords.share(people.total(ReportFigure.SHARE));
        String credits = FigureWords.hundredths(records.amount(ReportFigure.CREDITS));
        String zh =
                "%s,%s %s 名教师,参训 %s 人%s,入账 %s 学分"
                        .formatted(
                                period.zh(),
                                place.zh(),
                                FigureWords.count(teachers),
                                trained,
                                share.isEmpty() ? "" : "(" + share + ")",
                                credits);
        String en =
                "%s: %s has %s, %s of them trained%s; %s credits in force"
                        .formatted(
                                period.capital().en(),
                                place.en(),
                                FigureWords.counted(teachers, "teacher"),
                                trained,
                                share.isEmpty() ? "" : " (" + share + ")",
                                credits);
        return new Text(zh, en)
                .plus(open(head))
                .plus(head.remark(breaks.amount(ReportFigure.OPEN_BREAKS) > 0));
    }

    private Text open(ReportPreamble head) {
        if (!isLookedAt(head)) return Text.EMPTY;
        long open = breaks.amount(ReportFigure.OPEN_BREAKS);
        String questioned = FigureWords.hundredths(breaks.amount(ReportFigure.IN_QUESTION));
        return new Text(
                ";未处理差异 %s 项,存疑 %s 学分".formatted(FigureWords.count(open), questioned),
                "; %s, %s credits in question"
                        .formatted(FigureWords.counted(open, "open break"), questioned));
    }

    /// Of breaks nothing is said where no run has looked and none is there: it is no zero.
    private KeyFigure ofBreaks(ReportPreamble head, ReportFigure figure) {
        return isLookedAt(head) ? breaks.sum(figure) : new KeyFigure(figure, ReportCell.NOTHING);
    }

    private boolean isLookedAt(ReportPreamble head) {
        return head.basis().run() != null || breaks.amount(ReportFigure.OPEN_BREAKS) > 0;
    }

    private boolean isEmpty() {
        return people.amount(ReportFigure.TEACHERS) == 0
                && records.rows().isEmpty()
                && breaks.rows().isEmpty();
    }
}
