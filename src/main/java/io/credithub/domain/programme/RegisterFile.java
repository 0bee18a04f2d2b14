package io.credithub.domain.programme;

import java.util.List;
import java.util.Set;

/// What a file says of the register.
///
/// @param columns what it speaks of; `CODE` and `NAME` always
/// @param isSnapshot whether it is the whole register: what it does not have has ended
public record RegisterFile(
        Set<ProgrammeColumn> columns, List<RegisterRow> rows, boolean isSnapshot) {
    public RegisterFile {
        columns = Set.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// One programme.
    ///
    /// @param code no other row has
    public record RegisterRow(String code, ProgrammeTerms terms, List<String> aliases) {
        public RegisterRow {
            aliases = List.copyOf(aliases);
        }
    }
}
