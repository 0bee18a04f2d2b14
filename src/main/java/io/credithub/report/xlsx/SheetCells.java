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

    private static final int EDGES = 2;
    private static final double LINE = 15;
    private static final int LINES_MAX = 27;

    /// From here on characters are as wide as Chinese ones.
    private static final int WIDE_FROM = 0x2E80;

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

    /// How a sheet shows what is in a column, with a gap between an amount and the words beside it.
    /// Text is said to be text, so that it stays so when somebody edits the cell.
    static String format(CellType type) {
        return switch (type) {
            case CODE, WORDS, SCHOOL_YEAR -> "@";
            case COUNT -> "#,##0_ ";
            case HUNDREDTHS -> "#,##0.00_ ";
            case SHARE -> "0.00%_ ";
            case DAY -> "yyyy-mm-dd";
            case MOMENT -> "yyyy-mm-dd hh:mm:ss";
        };
    }

    /// In characters.
    static int width(CellType type) {
        return switch (type) {
            case CODE -> 16;
            case WORDS -> 24;
            case COUNT, SHARE, SCHOOL_YEAR, DAY -> 12;
            case HUNDREDTHS -> 14;
            case MOMENT -> 20;
        };
    }

    /// In characters, of which a Chinese one has the room of two.
    static int width(String text) {
        return text.codePoints().map(character -> character < WIDE_FROM ? 1 : 2).sum();
    }

    /// On how many lines a cell's text stands.
    int lines(ReportColumn column, ReportCell cell) {
        if (!isWrapped(column.type()) || !(cell instanceof Words words)) return 1;
        return lines(language.of(words.text()), width(column.type()));
    }

    /// @param width of the column, of which the edges take some
    static int lines(String text, int width) {
        return Math.max(1, Math.ceilDiv(width(text), width - EDGES));
    }

    /// In points, of which a row has no more than 409.
    static double height(int lines) {
        return LINE * Math.min(lines, LINES_MAX);
    }

    /// Whether a cell's text goes on in further lines, where the column is too narrow for it.
    static boolean isWrapped(CellType type) {
        return type == CellType.WORDS || type == CellType.CODE;
    }
}
