package io.credithub.flow.subscription;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One report on its way out, and what became of it.
///
/// @param key the same for every try to send it: who has it already can tell
/// @param dueAt when it was to go out
/// @param isTrial somebody wanted to see it now
/// @param job that makes the report; null: none was asked for yet
/// @param attempts that failed
/// @param tryAt when the next step is tried; null: there is none
/// @param fileName under which it is sent; null: it is not made yet
/// @param receipt null: it is not sent
/// @param failure what stopped it the last time, Chinese first, without a secret
/// @param refused why it was not sent; null: it was not refused
public record ReportDispatch(
        int id,
        UUID key,
        Instant dueAt,
        boolean isTrial,
        DispatchState state,
        @Nullable Integer job,
        int attempts,
        @Nullable Instant firstTry,
        @Nullable Instant tryAt,
        @Nullable String fileName,
        @Nullable SendReceipt receipt,
        @Nullable String failure,
        @Nullable SendRefusal refused,
        @Nullable Instant finishedAt) {
    public enum DispatchState {
        /// For its report to be made.
        WAITING,
        /// The report is made, and to be sent.
        MADE,
        SENT,
        /// Tried in vain; somebody may have it tried again.
        DEAD,
        /// Who wanted it may not have it.
        REFUSED
    }

    /// What the other side said.
    ///
    /// @param where the target's name and kind, never an address or a secret
    /// @param answer short, without what it may have quoted
    public record SendReceipt(String where, Instant at, long bytes, String sha256, String answer) {}
}
