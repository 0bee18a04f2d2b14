package io.credithub.report.paper;

import io.credithub.domain.report.CellType;
import io.credithub.domain.report.ColumnTotal;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportFigure;
import io.credithub.flow.report.ReportLanguage;
import io.credithub.flow.report.head.FigureWords;
import java.time.Instant;
import java.time.ZoneId;

/// Values as people read them: thousands apart, two places after the point, days as `2026-08-29`.
///
/// @param zone of the calendar by which moments are written
record PrintedCells(ZoneId zone, ReportLanguage language) {
    /// @return empty where nothing is said
    String of(ReportColumn column, ReportCell cell) {
        return switch (cell) {
            case ReportCell.Nothing _ -> "";
            case ReportCell.Words words -> language.of(words.text());
            case ReportCell.Amount amount -> amount(column.type(), amount.value());
            case ReportCell.Day day -> day.day().toString();
            case ReportCell.Moment moment -> moment(moment.moment());
        };
    }

    String of(ReportFigure figure, ReportCell cell) {
        return of(ReportColumn.figure(figure, ColumnTotal.NONE), cell);
    }

    String moment(Instant moment) {
        return FigureWords.minute(moment, zone);
    }

    private static String amount(CellType type, long value) {
        return switch (type) {
            case HUNDREDTHS, SHARE -> FigureWords.hundredths(value);
            case SCHOOL_YEAR -> value + "–" + (value + 1);
            case COUNT -> FigureWords.count(value);
            case CODE, WORDS, DAY, MOMENT -> Long.toString(value);
        };
    }
}
