package io.credithub.flow;

import io.smallrye.mutiny.Uni;

/// Takes in the roster of teachers (花名册). Records that waited for a teacher are posted when the
/// teacher is in it.
public interface RosterIntake {
    /// Doing it twice is harmless.
    ///
    /// @param content CSV with a header, UTF-8 or GB18030
    Uni<RosterReport> importCsv(Content content);
}
