package io.credithub.domain.report;

import io.credithub.domain.Text;
import org.jspecify.annotations.Nullable;

/// One column of a table.
///
/// @param key its name in JSON: lower camel case, unique in its table
/// @param figure what it counts; null of names, codes and days
public record ReportColumn(
        String key,
        Text title,
        CellType type,
        ReportUnit unit,
        @Nullable ReportFigure figure,
        ColumnTotal total) {
    public static ReportColumn code(String key, String zh, String en) {
        return plain(key, zh, en, CellType.CODE);
    }

    public static ReportColumn words(String key, String zh, String en) {
        return plain(key, zh, en, CellType.WORDS);
    }

    /// @param type of names, codes, days and years
    public static ReportColumn plain(String key, String zh, String en, CellType type) {
        return new ReportColumn(
                key, new Text(zh, en), type, ReportUnit.NONE, null, ColumnTotal.NONE);
    }

    /// A figure under its own name, summed.
    public static ReportColumn sum(ReportFigure figure) {
        return figure(figure, ColumnTotal.SUM);
    }

    public static ReportColumn figure(ReportFigure figure, ColumnTotal total) {
        return titled(figure.key(), figure.term(), figure, total);
    }

    /// A figure that stands more than once in a table: of a feed, of last year.
    public static ReportColumn titled(
            String key, Text title, ReportFigure figure, ColumnTotal total) {
        return new ReportColumn(key, title, figure.type(), figure.unit(), figure, total);
    }
}
