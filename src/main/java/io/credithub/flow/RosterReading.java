package io.credithub.flow;

import io.credithub.domain.completion.Finding;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/// Reads roster files. Implemented by `hub.reading`; bad content is a finding, never an exception.
public interface RosterReading {
    Rows open(Content content) throws IOException;

    /// The rows of one file, some at a time. Closed by the caller.
    interface Rows extends Closeable {
        /// @return up to `atMost` rows; empty after the last
        List<Line> next(int atMost) throws IOException;

        @Override
        void close() throws IOException;
    }

    /// One line of the file.
    sealed interface Line {
        /// From 0, the header not counted.
        long position();

        record Understood(long position, RosterRow row) implements Line {}

        record Refused(long position, List<Finding> findings) implements Line {}
    }
}
