package io.credithub.reading.sheet;

import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the rows of one sheet as they stream by: no more than one is held.
final class SheetRows {
    private static final int COLUMNS_MAX = 1_024;

    /// As many as a spreadsheet takes into a cell.
    static final int CELL_LENGTH_MAX = 32_767;

    private static final int LETTERS = 26;
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final PartXml xml;
    private final String sheet;
    private final WorkbookParts book;
    private final List<String> values = new ArrayList<>();
    private @Nullable Finding trouble;
    private int number;

    SheetRows(PartXml xml, String sheet, WorkbookParts book) {
        this.xml = xml;
        this.sheet = sheet;
        this.book = book;
    }

    /// @return null behind the last; rows of nothing but empty cells are left out
    @Nullable SheetRow next() throws IOException {
        while (xml.next()) {
            if (xml.isEnd("sheetData")) return null;
            if (!xml.isStart("row")) continue;
            number = SheetNumbers.small(xml.attribute("r"), number + 1);
            values.clear();
            trouble = null;
            row();
            if (trouble != null || values.stream().anyMatch(value -> !value.isBlank())) {
                return new SheetRow(sheet, number, values, trouble);
            }
        }
        return null;
    }

    private void row() throws IOException {
        int column = -1;
        while (xml.next() && !xml.isEnd("row")) {
            if (!xml.isStart("c")) continue;
            column = column(xml.attribute("r"), column + 1);
            if (column >= COLUMNS_MAX) {
                throw new UnreadableWorkbook(FindingCode.TOO_LONG, "> " + COLUMNS_MAX + " 列");
            }
            String value = cell(column);
            if (value.isEmpty()) continue;
            while (values.size() <= column) values.add("");
            values.set(column, value);
        }
    }

    /// Of `AB12` the 28th, from 0.
    private static int column(@Nullable String reference, int otherwise) {
        if (reference == null) return otherwise;
        int column = 0;
        for (int at = 0; at < reference.length() && column <= COLUMNS_MAX; at++) {
            char letter = reference.charAt(at);
            if (letter < 'A' || letter > 'Z') break;
            column = LETTERS * column + letter - 'A' + 1;
        }
        return column == 0 ? otherwise : column - 1;
    }

    private String cell(int column) throws IOException {
        String type = Objects.requireNonNullElse(xml.attribute("t"), "n");
        String style = xml.attribute("s");
        StringBuilder text = new StringBuilder();
        boolean isFormula = false;
        boolean hasValue = false;
        while (xml.next() && !xml.isEnd("c")) {
            if (xml.isStart("f")) isFormula = true;
            else if (xml.isStart("v")) {
                hasValue = true;
                xml.next(text, CELL_LENGTH_MAX);
            } else if (xml.isStart("is")) {
                hasValue = true;
                inside(xml, text, "is");
            }
        }
        if (isFormula && !hasValue) return wrong(column, FindingCode.MALFORMED, "=");
        if (text.length() > CELL_LENGTH_MAX) return wrong(column, FindingCode.TOO_LONG, null);
        return value(column, type, style, text.toString());
    }

    private String value(int column, String type, @Nullable String style, String text)
            throws UnreadableWorkbook {
        return switch (type) {
            case "s" -> book.text(SheetNumbers.small(text, -1));
            case "str", "inlineStr" -> unescaped(text);
            case "b" -> text.equals("1") ? "TRUE" : "FALSE";
            case "e" -> wrong(column, FindingCode.MALFORMED, text);
            case "d" -> text.endsWith("T00:00:00") ? text.substring(0, text.indexOf('T')) : text;
            default ->
                    book.formats().isDay(style, -1)
                            ? SheetNumbers.day(text, book.is1904())
                            : SheetNumbers.plain(text);
        };
    }

    private String wrong(int column, FindingCode code, @Nullable String value) {
        if (trouble == null) {
            trouble = new Finding(code, SheetRow.cell(sheet, column, number), value);
        }
        return "";
    }

    /// The texts of a rich text one after another, without what tells how it is pronounced.
    static void inside(PartXml xml, StringBuilder text, String end) throws IOException {
        int spoken = 0;
        while (xml.next()) {
            if (xml.isEnd(end)) return;
            if (xml.isStart("rPh")) spoken++;
            else if (xml.isEnd("rPh")) spoken--;
            else if (xml.isStart("t")) {
                StringBuilder read = new StringBuilder();
                xml.next(read, CELL_LENGTH_MAX);
                if (spoken == 0 && text.length() <= CELL_LENGTH_MAX) text.append(read);
            }
        }
    }

    /// `_x000D_` is how a spreadsheet writes what XML cannot.
    static String unescaped(String text) {
        if (text.indexOf("_x") < 0) return text;
        return ESCAPED.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                Character.toString(Integer.parseInt(found.group(1), 16))));
    }
}
