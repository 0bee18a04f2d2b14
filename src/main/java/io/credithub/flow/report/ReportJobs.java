package io.credithub.flow.report;

import io.credithub.flow.report.ReportJob.ReportMark;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Jobs and what is kept of their files, where every process finds them. Implemented by
/// `hub.store`.
public interface ReportJobs {
    /// Notes a job; whoever orders the same while it is open is given that job.
    ///
    /// @param openMax how many one asker may have open
    /// @return empty: the asker has so many open already
    Uni<Optional<AskedReport>> ask(ReportOrder order, int openMax);

    Uni<Optional<ReportJob>> find(int id);

    /// Those that were made and say what a code is of, kept or not, the earliest first: one for
    /// each format and language, a few at most.
    Uni<List<ReportJob>> verified(String code);

    /// What one asked for, the newest first.
    ///
    /// @param before of jobs below this number
    Uni<List<ReportJob>> askedBy(String key, int before, int most);

    /// @return whether it was open
    Uni<Boolean> cancel(int id);

    /// The next job that waits, or one whose process has said nothing for the time of a lease: it
    /// begins anew, and what was kept of its file is forgotten. One that stopped so
    /// [TakenReport#TRIES_MAX] times has failed.
    ///
    /// @param lane which jobs there is a place for
    /// @param asOf stands for the moment of the figures until that is told
    Uni<Optional<TakenReport>> take(ReportLane lane, Instant asOf);

    /// Notes the moment of its figures.
    ///
    /// @return fails with [ReportLost] if the job is this process's no more
    Uni<Void> told(TakenReport job, Instant asOf);

    /// A sign of life.
    ///
    /// @return false: it is this process's no more
    Uni<Boolean> beat(TakenReport job, long rows);

    /// Keeps a piece of the file, which is a sign of life too.
    ///
    /// @param no from 0 on
    /// @return fails with [ReportLost] if the job is this process's no more
    Uni<Void> put(TakenReport job, int no, byte[] piece, long rows);

    /// @return fails with [ReportLost] if the job is this process's no more
    Uni<Void> finish(TakenReport job, ReportMark mark, long rows);

    /// @param failure what stopped it, without a personal value
    Uni<Void> fail(TakenReport job, String failure);

    /// Gives it back: whoever has a place takes it up.
    Uni<Void> giveBack(TakenReport job);

    /// Deletes files that were finished longer ago than that, and what no job needs any more.
    ///
    /// @return how many files have expired
    Uni<Integer> expire(Duration kept);

    /// @param no from 0 on
    /// @return empty behind the last piece, and if the file is not kept any more
    Uni<Optional<byte[]>> piece(int id, int no);

    /// @param isNew false: it was open already
    record AskedReport(ReportJob job, boolean isNew) {}

    /// Which jobs there is a place for.
    ///
    /// @param wide those of more than a county, which take long
    /// @param paper those in PDF, which are laid out in memory
    record ReportLane(boolean wide, boolean paper) {
        public static final ReportLane ANY = new ReportLane(true, true);
    }

    /// A job in the hand of one process.
    ///
    /// @param attempt the how many-th, from 1 on: what an earlier one still writes is refused
    record TakenReport(int id, int attempt, ReportOrder order, Instant asOf) {
        /// One that brings its process down may do so only so often.
        public static final int TRIES_MAX = 3;

        /// Why one has failed that did so.
        public static final String GIVEN_UP =
                "生成中服务多次中断,未能完成 · the hub went down over it time and again";
    }
}
