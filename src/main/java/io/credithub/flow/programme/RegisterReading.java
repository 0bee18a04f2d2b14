package io.credithub.flow.programme;

import io.credithub.domain.completion.Finding;
import io.credithub.domain.programme.ProgrammeColumn;
import io.credithub.domain.programme.RegisterFile.RegisterRow;
import io.credithub.flow.reading.Content;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads files of the programme register. Implemented by `hub.reading`; bad content is a finding,
/// never an exception.
public interface RegisterReading {
    /// Whether a charset of this name can be read.
    boolean knows(String charset);

    /// @param charset as the sender named it
    /// @param sheet of a workbook, by its name; absent: its first
    ReadRegister read(Content content, @Nullable String charset, @Nullable String sheet)
            throws IOException;

    /// What reading a file came to.
    sealed interface ReadRegister {
        /// @param columns what the file speaks of
        record RegisterTable(Set<ProgrammeColumn> columns, List<RegisterLine> lines)
                implements ReadRegister {}

        /// A file of which nothing can be taken in.
        record NoRegister(Finding why) implements ReadRegister {}
    }

    /// One line of a file.
    ///
    /// @param position from 0, the header not counted
    /// @param row null: it is refused
    /// @param findings why it is refused; else none
    record RegisterLine(long position, @Nullable RegisterRow row, List<Finding> findings) {
        public RegisterLine {
            findings = List.copyOf(findings);
        }
    }
}
