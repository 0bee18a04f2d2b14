package io.credithub.report.paper;

import io.credithub.domain.report.CellType;
import io.credithub.domain.report.ColumnTotal;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportFigure;
import io.credithub.flow.report.ReportLanguage;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Values as people read them: thousands apart, two places after the point, days as `2026-08-29`.
///
/// @param zone of the calendar by which moments are written
record PrintedCells(ZoneId zone, ReportLanguage language) {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

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
        return MOMENT.format(moment.atZone(zone));
    }

    private static String amount(CellType type, long value) {
        return switch (type) {
            case HUNDREDTHS, SHARE -> hundredths(value);
            case SCHOOL_YEAR -> value + "–" + (value + 1);
            case COUNT -> grouped(value);
            case CODE, WORDS, DAY, MOMENT -> Long.toString(value);
        };
    }

    private static String hundredths(long value) {
        String sign = value < 0 ? "-" : "";
        long whole = Math.abs(value / 100);
        long rest = Math.abs(value % 100);
        return sign + grouped(whole) + "." + (rest < 10 ? "0" : "") + rest;
    }

    static String grouped(long value) {
        StringBuilder digits = new StringBuilder(Long.toString(value));
        int first = value < 0 ? 1 : 0;
        for (int i = digits.length() - 3; i > first; i -= 3) digits.insert(i, ',');
        return digits.toString();
    }
}
