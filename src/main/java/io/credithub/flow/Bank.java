package io.credithub.flow;

import io.credithub.domain.Credits;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was granted to a teacher and decided, with all that was taken back, the earliest first.
/// Implemented by `hub.store`; written by [Pen.Held#enter].
public interface Bank {
    /// @param teacher the number in the registry
    Uni<List<Exempted>> exemptions(int teacher);

    /// @param teacher the number in the registry
    Uni<List<DecidedYear>> decisions(int teacher, int schoolYear);

    /// When, and by the holder of which key.
    record Mark(Instant at, String by) {}

    /// An exemption (减免).
    ///
    /// @param ended when it was taken back; absent: it holds
    record Exempted(
            UUID id,
            String kind,
            int schoolYear,
            String evidence,
            Mark granted,
            @Nullable Mark ended) {}

    /// The result of a school year, as it was decided.
    ///
    /// @param ended when it was opened again; absent: it holds
    /// @param reason why it was opened again
    record DecidedYear(
            UUID id,
            int schoolYear,
            Credits recognised,
            boolean qualified,
            Mark granted,
            @Nullable Mark ended,
            @Nullable String reason) {}
}
