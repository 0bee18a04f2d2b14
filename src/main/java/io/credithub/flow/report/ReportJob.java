package io.credithub.flow.report;

import io.credithub.flow.access.Jurisdiction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A report that somebody asked for, and how far it is. Its line stays when its file is gone.
///
/// @param asOf the moment of the figures; null: it has not begun
/// @param begunAt by the last try
/// @param rows that are written so far
/// @param mark of its file; null: it has none yet
/// @param failure what stopped it, Chinese first; null: nothing did
public record ReportJob(
        int id,
        ReportOrder order,
        ReportState state,
        Instant askedAt,
        @Nullable Instant asOf,
        @Nullable Instant begunAt,
        @Nullable Instant finishedAt,
        long rows,
        @Nullable ReportMark mark,
        @Nullable String failure) {
    /// Where a job is.
    public enum ReportState {
        WAITING,
        RUNNING,
        /// Its file is kept.
        DONE,
        FAILED,
        CANCELLED,
        /// Its file is kept no more.
        EXPIRED;

        public boolean isOpen() {
            return this == WAITING || this == RUNNING;
        }
    }

    /// By which a file is known again.
    ///
    /// @param sha256 64 hex digits in lower case
    /// @param code by which what it says is verified, whatever it is written as; null: it has none
    public record ReportMark(long bytes, String sha256, @Nullable String code) {
        public ReportMark(long bytes, String sha256) {
            this(bytes, sha256, null);
        }

        ReportMark verifiedBy(String as) {
            return new ReportMark(bytes, sha256, as);
        }
    }

    /// Whether all that it is about lies in a view.
    public boolean isWithin(Jurisdiction view) {
        return order.within().prefix().startsWith(view.prefix());
    }

    /// Whether somebody may know of it: who asked, and who may see all that it is about.
    public boolean isSeenBy(String key, Jurisdiction view) {
        return order.askedBy().equals(key) || isWithin(view);
    }
}
