package io.credithub.reading.sheet;

/// The values of one row of a table, whatever file it stands in.
public interface TableRow {
    /// How many cells it has.
    int size();

    /// @param column from 0, below [#size]
    /// @return an empty text for an empty cell
    String value(int column);
}
