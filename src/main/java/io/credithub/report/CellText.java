package io.credithub.report;

import io.credithub.domain.Hundredths;
import io.credithub.domain.report.CellType;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportCell.Amount;
import io.credithub.domain.report.ReportCell.Day;
import io.credithub.domain.report.ReportCell.Moment;
import io.credithub.domain.report.ReportCell.Nothing;
import io.credithub.domain.report.ReportCell.Words;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportUnit;
import io.credithub.flow.report.ReportLanguage;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Cells and titles as text, without anything that is there for the eye only: a program reads it.
///
/// @param zone of the calendar by which moments are written
public record CellText(ReportLanguage language, ZoneId zone) {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    /// `入账(人次)`; a name, a code or a day has no unit.
    public String title(ReportColumn column) {
        String title = WrittenText.of(language.of(column.title()));
        if (column.unit() == ReportUnit.NONE) return title;
        String unit = language.of(column.unit().word());
        return language == ReportLanguage.ZH ? title + "(" + unit + ")" : title + " (" + unit + ")";
    }

    /// Empty where nothing is said; an amount in hundredths with two places, a share in percent.
    public String of(ReportColumn column, ReportCell cell) {
        return switch (cell) {
            case Nothing _ -> "";
            case Words words -> WrittenText.of(language.of(words.text()));
            case Amount amount -> amount(column.type(), amount.value());
            case Day day -> day.day().toString();
            case Moment moment -> MOMENT.format(moment.moment().atZone(zone));
        };
    }

    /// As the sum of a column, as any amount of it, is written.
    public static String amount(CellType type, long value) {
        return switch (type) {
            case HUNDREDTHS, SHARE -> Hundredths.text(value);
            case SCHOOL_YEAR -> value + "–" + (value + 1);
            case COUNT, CODE, WORDS, DAY, MOMENT -> Long.toString(value);
        };
    }
}
