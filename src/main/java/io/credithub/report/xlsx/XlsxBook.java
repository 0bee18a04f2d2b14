package io.credithub.report.xlsx;

import io.credithub.domain.Narrow;
import io.credithub.domain.Text;
import io.credithub.domain.report.ReportHead;
import io.credithub.flow.report.ReportLanguage;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// What the sheets of one workbook have in common: names that are used once, the page they are
/// printed on.
final class XlsxBook {
    static final Text OVERVIEW = new Text("概览", "Overview");
    static final Text NOTES = new Text("说明", "Notes");

    private static final int NAME_MAX = 31;
    private static final int PAGE_TITLE_MAX = 100;

    /// So many characters have room on a page upright, and across.
    private static final int UPRIGHT_MAX = 110;

    private static final int ACROSS_MAX = 230;

    /// What no name of a sheet may have, and what would have to be quoted in a formula.
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[\\[\\]:*?/\\\\<>&'\"\\p{Cntrl}]");

    private final Workbook workbook;
    private final ReportHead head;
    private final SheetCells cells;
    private final int rowsMax;
    private final Set<String> names = new HashSet<>();

    /// @param rowsMax of one table on one sheet
    XlsxBook(Workbook workbook, ReportHead head, ReportLanguage language, int rowsMax) {
        this.workbook = workbook;
        this.head = head;
        this.cells = new SheetCells(language, head.asOf().zone());
        this.rowsMax = rowsMax;
    }

    ReportHead head() {
        return head;
    }

    SheetCells cells() {
        return cells;
    }

    int rowsMax() {
        return rowsMax;
    }

    String word(Text text) {
        return cells.language().of(text);
    }

    /// A sheet that is printed on A4: upright if its columns have room so, else across; on as many
    /// pages beside one another as keep its letters readable.
    ///
    /// @param part of a table that takes several sheets, from 1
    /// @param width of its columns, in characters
    Worksheet sheet(Text title, int part, int width) {
        Worksheet sheet = workbook.newWorksheet(name(word(title), part));
        sheet.pageOrientation(width <= UPRIGHT_MAX ? "portrait" : "landscape");
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.fitToWidth(Narrow.toShort(pages(width)));
        sheet.fitToHeight((short) 0);
        sheet.header(
                printed(word(head.title()) + " · " + word(title)), Position.CENTER, "SimSun", 9);
        sheet.footer(printed(word(head.place().title())), Position.LEFT, "SimSun", 8);
        sheet.footer(" &P / &N", Position.RIGHT, "SimSun", 8);
        return sheet;
    }

    /// How many pages a sheet takes beside one another.
    static int pages(int width) {
        return Math.max(1, Math.ceilDiv(width, ACROSS_MAX));
    }

    /// A space first, since digits would be taken for the colour before them.
    private static String printed(String text) {
        String cut = text.length() > PAGE_TITLE_MAX ? text.substring(0, PAGE_TITLE_MAX) : text;
        return " " + cut.replace("&", "&&");
    }

    private String name(String title, int part) {
        String plain = NOT_IN_NAMES.matcher(title).replaceAll(" ").strip();
        if (plain.isEmpty()) plain = "Sheet";
        int number = part;
        String name = cut(plain, number == 1 ? "" : " (" + number + ")");
        while (!names.add(name.toLowerCase(Locale.ROOT))) {
            number++;
            name = cut(plain, " (" + number + ")");
        }
        return name;
    }

    private static String cut(String title, String behind) {
        int most = NAME_MAX - behind.length();
        if (title.length() <= most) return title + behind;
        int end = Character.isHighSurrogate(title.charAt(most - 1)) ? most - 1 : most;
        return title.substring(0, end).strip() + behind;
    }
}
