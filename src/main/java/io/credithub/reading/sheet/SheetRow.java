package io.credithub.reading.sheet;

import io.credithub.domain.completion.Finding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row of a sheet that has something in it.
///
/// @param sheet its name
/// @param number as the spreadsheet shows it, from 1
/// @param values up to the last cell that has one
/// @param trouble what cannot be taken for a value, if anything: an error, a formula that was never
///   computed
public record SheetRow(String sheet, int number, List<String> values, @Nullable Finding trouble)
        implements TableRow {
    private static final int LETTERS = 26;

    public SheetRow {
        values = List.copyOf(values);
    }

    @Override
    public int size() {
        return values.size();
    }

    @Override
    public String value(int column) {
        return values.get(column);
    }

    /// With empty cells at its end.
    ///
    /// @param size at least so many cells
    public SheetRow widened(int size) {
        if (size <= values.size()) return this;
        List<String> wide = new ArrayList<>(values);
        while (wide.size() < size) wide.add("");
        return new SheetRow(sheet, number, wide, trouble);
    }

    /// Where the row is: `项目!12`.
    public String place() {
        return sheet + "!" + number;
    }

    /// Where a cell of it is: `项目!F12`.
    ///
    /// @param column from 0
    public String place(int column) {
        return cell(sheet, column, number);
    }

    static String cell(String sheet, int column, int number) {
        StringBuilder letters = new StringBuilder();
        for (int left = column + 1; left > 0; left = (left - 1) / LETTERS) {
            letters.appendCodePoint('A' + (left - 1) % LETTERS);
        }
        return sheet + "!" + letters.reverse() + number;
    }
}
