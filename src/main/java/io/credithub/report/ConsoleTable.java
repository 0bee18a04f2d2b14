package io.credithub.report;

import io.credithub.report.Table.Column;
import java.util.ArrayList;
import java.util.List;

/// A table for a console. A Chinese character is two columns wide there, so widths are counted in
/// columns and not in characters.
public final class ConsoleTable {
    private static final String GAP = "  ";

    private final Table table;
    private final int[] widths;

    private ConsoleTable(Table table) {
        this.table = table;
        this.widths = new int[table.columns().size()];
        for (List<String> row : lines()) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
    }

    /// Two lines of titles, a rule, and the rows; every line ends with a line feed.
    public static String of(Table table) {
        return new ConsoleTable(table).write();
    }

    /// The same, one part below the other where the console is not as wide: each part has the first
    /// column again, so that no line is broken by the console and no figure is cut.
    ///
    /// @param consoleWidth in columns
    public static String of(Table table, int consoleWidth) {
        int[] widths = new ConsoleTable(table).widths;
        StringBuilder text = new StringBuilder();
        int from = 1;
        do {
            int to = from;
            int width = widths[0];
            while (to < widths.length) {
                int wider = width + GAP.length() + widths[to];
                if (to > from && wider > consoleWidth) break;
                width = wider;
                to++;
            }
            if (!text.isEmpty()) text.append('\n');
            text.append(of(table.part(from, to)));
            from = to;
        } while (from < widths.length);
        return text.toString();
    }

    /// How many columns of a console a text takes.
    public static int width(String text) {
        return text.codePoints().map(ConsoleTable::width).sum();
    }

    private List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(table.columns().stream().map(column -> column.title().zh()).toList());
        lines.add(table.columns().stream().map(column -> column.title().en()).toList());
        lines.addAll(table.rows());
        return lines;
    }

    private String write() {
        StringBuilder text = new StringBuilder();
        List<List<String>> lines = lines();
        for (int i = 0; i < lines.size(); i++) {
            if (i == 2) rule(text);
            line(text, lines.get(i));
        }
        if (lines.size() == 2) rule(text);
        return text.toString();
    }

    private void rule(StringBuilder text) {
        int total = GAP.length() * (widths.length - 1);
        for (int width : widths) total += width;
        text.repeat("-", total).append('\n');
    }

    private void line(StringBuilder text, List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            if (i > 0) line.append(GAP);
            Column column = table.columns().get(i);
            int blanks = widths[i] - width(cells.get(i));
            if (column.isNumber()) line.repeat(" ", blanks);
            line.append(cells.get(i));
            if (!column.isNumber()) line.repeat(" ", blanks);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private static int width(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) return 0;
        return isWide(character) ? 2 : 1;
    }

    /// The wide blocks of Unicode's East Asian Width that occur in names and texts here.
    private static boolean isWide(int character) {
        return (character >= 0x1100 && character <= 0x115F)
                || (character >= 0x2E80 && character <= 0xA4CF)
                || (character >= 0xAC00 && character <= 0xD7A3)
                || (character >= 0xF900 && character <= 0xFAFF)
                || (character >= 0xFE30 && character <= 0xFE4F)
                || (character >= 0xFF00 && character <= 0xFF60)
                || (character >= 0xFFE0 && character <= 0xFFE6)
                || (character >= 0x20000 && character <= 0x3FFFD);
    }
}
