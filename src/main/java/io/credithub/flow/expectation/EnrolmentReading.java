package io.credithub.flow.expectation;

import io.credithub.domain.completion.Finding;
import io.credithub.flow.reading.Content;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads enrolment lists. Implemented by `hub.reading`; bad content is a finding, never an
/// exception.
public interface EnrolmentReading {
    /// @param charset as the sender named it
    OpenedList open(Content content, @Nullable String charset) throws IOException;

    /// Whether a charset of this name can be read.
    boolean knows(String charset);

    /// A file that can be read row by row, or why it cannot.
    sealed interface OpenedList {}

    /// A file of which nothing can be taken in.
    record UnreadableList(Finding why) implements OpenedList {}

    /// The rows of one file, some at a time. Closed by the caller.
    non-sealed interface ListRows extends OpenedList, Closeable {
        /// @return up to `atMost` rows; empty after the last
        List<ListLine> next(int atMost) throws IOException;

        @Override
        void close() throws IOException;
    }

    /// One line of the file.
    sealed interface ListLine {
        /// From 0, the header not counted.
        long position();

        record EnrolledLine(long position, EnrolmentRow row) implements ListLine {}

        record RefusedLine(long position, List<Finding> findings) implements ListLine {}
    }
}
