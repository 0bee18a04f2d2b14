package io.credithub.report.xlsx;

import io.credithub.domain.report.CellType;
import java.util.List;
import java.util.stream.Collectors;

/// Formulas of totals. They add up what a filter leaves in sight: without one, everything.
final class SheetFormula {
    private static final int LETTERS = 26;

    private SheetFormula() {}

    /// Rounded where a sheet reckons with fractions, so that hundredths stay hundredths.
    static String sum(List<SheetStretch> stretches, int column, CellType type) {
        String sum = subtotal(stretches, column);
        return type == CellType.HUNDREDTHS ? "ROUND(" + sum + ",2)" : sum;
    }

    static String share(List<SheetStretch> stretches, int part, int whole) {
        String of = subtotal(stretches, whole);
        return "IF(%s=0,\"\",ROUND(%s/%s,4))".formatted(of, subtotal(stretches, part), of);
    }

    /// 109: the sum without rows that are hidden.
    private static String subtotal(List<SheetStretch> stretches, int column) {
        String letter = letter(column);
        return stretches.stream()
                .map(stretch -> range(stretch, letter, stretches.size() > 1))
                .collect(Collectors.joining(",", "SUBTOTAL(109,", ")"));
    }

    private static String range(SheetStretch stretch, String letter, boolean isNamed) {
        String range = letter + (stretch.first() + 1) + ":" + letter + (stretch.last() + 1);
        return isNamed ? "'" + stretch.sheet() + "'!" + range : range;
    }

    static String letter(int column) {
        String last = Character.toString('A' + column % LETTERS);
        return column < LETTERS ? last : letter(column / LETTERS - 1) + last;
    }
}
