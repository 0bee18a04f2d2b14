package io.credithub.report.paper;

import io.credithub.domain.report.CellType;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportSection;
import io.credithub.domain.report.ReportTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// How the sheets lie, so that the widest table has room, and how small its letters are. Widths are
/// counted in letters of half a Chinese character's width.
enum SheetShape {
    PORTRAIT("A4 portrait", "9pt", "31.5%", 108),
    LANDSCAPE("A4 landscape", "9pt", "15%", 155),
    /// For tables of many columns.
    CROWDED("A4 landscape", "7.5pt", "15%", 186),
    /// For lists of which each line tells all.
    FULL("A4 landscape", "6pt", "15%", 232);

    private static final int WHOLE = 1_000;

    private final String size;
    private final String letters;
    private final String card;
    private final int room;

    SheetShape(String size, String letters, String card, int room) {
        this.size = size;
        this.letters = letters;
        this.card = card;
        this.room = room;
    }

    static SheetShape of(List<ReportSection> sections) {
        return sections.stream()
                .map(section -> of(section.table()))
                .max(Comparator.naturalOrder())
                .orElse(PORTRAIT);
    }

    /// What a table needs by itself: on sheets that lie for a wider one its letters stay large.
    static SheetShape of(ReportTable table) {
        int width = width(table);
        for (SheetShape shape : values()) if (width <= shape.room) return shape;
        return FULL;
    }

    /// The class of a table in the style.
    String look() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// As `@page` says it.
    String size() {
        return size;
    }

    /// The size of a table's letters.
    String letters() {
        return letters;
    }

    /// The width of a key figure.
    String card() {
        return card;
    }

    /// The columns of a table on paper, by their places. Of one too wide for any sheet a code
    /// stands over its name, or a source over its record, in one column.
    static List<List<Integer>> printed(ReportTable table) {
        boolean isTooWide = width(table) > FULL.room;
        List<List<Integer>> printed = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            boolean isOver =
                    isTooWide
                            && i + 1 < table.columns().size()
                            && table.columns().get(i).type() == CellType.CODE
                            && isText(table.columns().get(i + 1));
            printed.add(isOver ? List.of(i, i + 1) : List.of(i));
            if (isOver) i++;
        }
        return printed;
    }

    /// How wide the printed columns are, in thousandths of the table. Where the room does not do,
    /// words and codes go over several lines, and figures and days do not.
    List<Integer> thousandths(ReportTable table) {
        List<List<ReportColumn>> printed =
                printed(table).stream()
                        .map(places ->
                                places.stream().map(place -> table.columns().get(place)).toList())
                        .toList();
        int all = printed.stream().mapToInt(SheetShape::widest).sum();
        int firm = table.columns().stream().mapToInt(SheetShape::firm).sum();
        return printed.stream().map(columns -> thousandths(columns, all, firm)).toList();
    }

    private int thousandths(List<ReportColumn> columns, int all, int firm) {
        int own = widest(columns);
        if (all <= room || firm >= room) return own * WHOLE / all;
        if (firm(columns.getFirst()) > 0) return own * WHOLE / room;
        return own * (room - firm) * WHOLE / (all - firm) / room;
    }

    private static int widest(List<ReportColumn> columns) {
        return columns.stream().mapToInt(SheetShape::width).max().orElse(0);
    }

    private static int width(ReportTable table) {
        return table.columns().stream().mapToInt(SheetShape::width).sum();
    }

    /// What must stand on one line; 0 for a column that may be narrower.
    private static int firm(ReportColumn column) {
        return isText(column) ? 0 : width(column);
    }

    private static boolean isText(ReportColumn column) {
        return column.type() == CellType.WORDS || column.type() == CellType.CODE;
    }

    /// With what lies between columns.
    private static int width(ReportColumn column) {
        return switch (column.type()) {
            case WORDS, MOMENT -> 18;
            case CODE -> 14;
            case HUNDREDTHS -> 13;
            case DAY -> 12;
            case COUNT, SCHOOL_YEAR -> 11;
            case SHARE -> 8;
        };
    }
}
