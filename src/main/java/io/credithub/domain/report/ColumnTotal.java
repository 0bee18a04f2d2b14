package io.credithub.domain.report;

/// What stands under a column.
public sealed interface ColumnTotal {
    ColumnTotal NONE = new NoTotal();
    ColumnTotal SUM = new Sum();

    /// Nothing: a name, a code, or a figure whose sum would count somebody twice.
    record NoTotal() implements ColumnTotal {}

    record Sum() implements ColumnTotal {}

    /// Computed of two other columns, in each row and of their sums alike, HALF_UP; nothing if the
    /// whole is 0.
    ///
    /// @param part key of the column whose share it is
    /// @param whole key of the column it is a share of
    record ShareOf(String part, String whole) implements ColumnTotal {}
}
