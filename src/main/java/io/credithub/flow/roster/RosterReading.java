package io.credithub.flow.roster;

import io.credithub.domain.completion.Finding;
import io.credithub.flow.reading.Content;
import io.credithub.flow.reading.RosterColumn;
import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads roster files. Implemented by `hub.reading`; bad content is a finding, never an exception.
public interface RosterReading {
    /// @param charset as the sender named it
    /// @param today after which nobody is born
    OpenedRoster open(Content content, @Nullable String charset, LocalDate today)
            throws IOException;

    /// Whether a charset of this name can be read.
    boolean knows(String charset);

    /// A file that can be read row by row, or why it cannot.
    sealed interface OpenedRoster {}

    /// A file of which nothing can be taken in.
    record Unreadable(Finding why) implements OpenedRoster {}

    /// The rows of one file, some at a time. Closed by the caller.
    non-sealed interface RosterRows extends OpenedRoster, Closeable {
        /// What the file speaks of.
        Set<RosterColumn> columns();

        /// @return up to `atMost` rows; empty after the last
        List<RosterLine> next(int atMost) throws IOException;

        @Override
        void close() throws IOException;
    }

    /// One line of the file.
    sealed interface RosterLine {
        /// From 0, the header not counted.
        long position();

        record UnderstoodRow(long position, RosterRow row) implements RosterLine {}

        record RefusedRow(long position, List<Finding> findings) implements RosterLine {}
    }
}
