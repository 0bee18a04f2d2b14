package io.credithub.report.paper;

import io.credithub.domain.report.CellType;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportSection;
import io.credithub.domain.report.ReportTable;
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

    /// How wide a column is, in thousandths of its table. Where the room does not do, words and
    /// codes go over several lines, and figures and days do not.
    int thousandths(ReportTable table, ReportColumn column) {
        int all = width(table);
        int firm = table.columns().stream().mapToInt(SheetShape::firm).sum();
        if (all <= room || firm >= room) return width(column) * WHOLE / all;
        if (firm(column) > 0) return firm(column) * WHOLE / room;
        return width(column) * (room - firm) * WHOLE / (all - firm) / room;
    }

    private static int width(ReportTable table) {
        return table.columns().stream().mapToInt(SheetShape::width).sum();
    }

    /// What must stand on one line; 0 for a column that may be narrower.
    private static int firm(ReportColumn column) {
        boolean isText = column.type() == CellType.WORDS || column.type() == CellType.CODE;
        return isText ? 0 : width(column);
    }

    /// With what lies between columns.
    private static int width(ReportColumn column) {
        return switch (column.type()) {
            case WORDS, MOMENT -> 18;
            case HUNDREDTHS -> 13;
            case CODE, DAY -> 12;
            case COUNT, SCHOOL_YEAR -> 11;
            case SHARE -> 8;
        };
    }
}
