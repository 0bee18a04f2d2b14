package io.credithub.report.xlsx;

import io.credithub.domain.report.CellType;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportCell.Amount;
import io.credithub.domain.report.ReportCell.Day;
import io.credithub.domain.report.ReportCell.Moment;
import io.credithub.domain.report.ReportCell.Nothing;
import io.credithub.domain.report.ReportCell.Words;
import io.credithub.domain.report.ReportColumn;
import io.credithub.flow.report.ReportLanguage;
import io.credithub.report.CellText;
import io.credithub.report.WrittenText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Worksheet;

/// Puts values into a sheet by their type: what is counted as a number, days and moments as dates,
/// everything else as text, whatever it looks like.
///
/// @param zone of the calendar by which moments are written
record SheetCells(ReportLanguage language, ZoneId zone) {
    /// More do not fit into a cell.
    static final int CHARACTERS_MAX = 32_767;

    /// The calendar of a sheet begins and ends with these years.
    private static final int YEAR_MIN = 1900;

    private static final int YEAR_MAX = 9999;
    private static final int HUNDREDTHS_PLACES = 2;
    private static final int SHARE_PLACES = 4;

    /// A spreadsheet reads such a text as the one character of that number.
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    CellText texts() {
        return new CellText(language, zone);
    }

    void put(Worksheet sheet, int row, int at, ReportColumn column, ReportCell cell) {
        switch (cell) {
            case Nothing _ -> {}
            case Words words -> text(sheet, row, at, language.of(words.text()));
            case Amount amount -> amount(sheet, row, at, column.type(), amount.value());
            case Day day -> day(sheet, row, at, day.day());
            case Moment moment ->
                    moment(sheet, row, at, LocalDateTime.ofInstant(moment.moment(), zone));
        }
    }

    private static void amount(Worksheet sheet, int row, int at, CellType type, long value) {
        switch (type) {
            case COUNT -> sheet.value(row, at, value);
            case HUNDREDTHS -> sheet.value(row, at, BigDecimal.valueOf(value, HUNDREDTHS_PLACES));
            case SHARE -> sheet.value(row, at, BigDecimal.valueOf(value, SHARE_PLACES));
            case SCHOOL_YEAR, CODE, WORDS, DAY, MOMENT ->
                    text(sheet, row, at, CellText.amount(type, value));
        }
    }

    private static void day(Worksheet sheet, int row, int at, LocalDate day) {
        if (isInCalendar(day)) sheet.value(row, at, day);
        else text(sheet, row, at, day.toString());
    }

    private static void moment(Worksheet sheet, int row, int at, LocalDateTime moment) {
        if (isInCalendar(moment.toLocalDate())) sheet.value(row, at, moment);
        else text(sheet, row, at, moment.toString());
    }

    private static boolean isInCalendar(LocalDate day) {
        return day.getYear() >= YEAR_MIN && day.getYear() <= YEAR_MAX;
    }

    /// In the cell itself, so that the memory holds no list of all texts; in that list where only
    /// there spaces at the edge are kept.
    static void text(Worksheet sheet, int row, int at, String text) {
        String written = ESCAPE.matcher(WrittenText.of(text)).replaceAll("_x005F_");
        if (written.isEmpty()) return;
        if (written.length() > CHARACTERS_MAX) written = cut(written);
        if (written.strip().length() == written.length()) sheet.inlineString(row, at, written);
        else sheet.value(row, at, written);
    }

    private static String cut(String text) {
        int end = CHARACTERS_MAX - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) end--;
        return text.substring(0, end) + "…";
    }

    /// How a sheet shows what is in a column. Text is said to be text, so that it stays so when
    /// somebody edits the cell.
    static String format(CellType type) {
        return switch (type) {
            case CODE, WORDS, SCHOOL_YEAR -> "@";
            case COUNT -> "#,##0";
            case HUNDREDTHS -> "#,##0.00";
            case SHARE -> "0.00%";
            case DAY -> "yyyy-mm-dd";
            case MOMENT -> "yyyy-mm-dd hh:mm:ss";
        };
    }

    /// In characters.
    static double width(CellType type) {
        return switch (type) {
            case CODE -> 14;
            case WORDS -> 22;
            case COUNT, SHARE, SCHOOL_YEAR, DAY -> 12;
            case HUNDREDTHS -> 14;
            case MOMENT -> 20;
        };
    }
}
