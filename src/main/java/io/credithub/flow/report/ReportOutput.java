package io.credithub.flow.report;

import io.credithub.domain.Narrow;
import io.credithub.domain.Sha256;
import io.credithub.domain.Text;
import io.credithub.flow.report.ReportJob.ReportMark;
import io.credithub.flow.report.ReportJobs.TakenReport;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Where a report is written to: a piece is kept while the next one is filled, so that however
/// large it is, two pieces are in memory. Used by one thread at a time, which may have to wait.
final class ReportOutput extends OutputStream {
    /// Large enough that few statements write a file, small enough that many are served at a time.
    static final int PIECE = 512 * 1024;

    private static final long BYTES_MAX = 1L << 30;
    private static final int PATIENCE_SECONDS = 120;
    private static final Text TOO_LARGE =
            new Text(
                    "报表超过 1 GiB,请缩小范围或换用其他格式",
                    "the report is larger than 1 GiB: narrow it, or choose another format");

    private final ReportJobs jobs;
    private final TakenReport job;
    private final MessageDigest digest = Sha256.begin();
    private final Semaphore room = new Semaphore(1);
    private final byte[] piece = new byte[PIECE];
    private int filled;
    private int no;
    private long bytes;
    private volatile long rows;
    private volatile @Nullable Throwable broken;

    ReportOutput(ReportJobs jobs, TakenReport job) {
        this.jobs = jobs;
        this.job = job;
    }

    void tell(long written) {
        rows = written;
    }

    long rows() {
        return rows;
    }

    /// Why nothing can be written any more.
    ///
    /// @return null: it can
    @Nullable Throwable broken() {
        return broken;
    }

    /// Nobody wants it any more: whoever writes is told at the next piece.
    void abandon() {
        broken = new ReportLost(job.id());
        room.release();
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {Narrow.lowest(one)}, 0, 1);
    }

    @Override
    public void write(byte[] some, int from, int length) throws IOException {
        int at = from;
        int left = length;
        while (left > 0) {
            int fit = Math.min(left, PIECE - filled);
            System.arraycopy(some, at, piece, filled, fit);
            filled += fit;
            at += fit;
            left -= fit;
            if (filled == PIECE) send();
        }
    }

    private void send() throws IOException {
        byte[] next = Arrays.copyOf(piece, filled);
        filled = 0;
        digest.update(next);
        bytes += next.length;
        if (bytes > BYTES_MAX) {
            broken = new ReportRefused(TOO_LARGE);
            throw new IOException(broken);
        }
        untilKept();
        jobs.put(job, no++, next, rows)
                .subscribe()
                .with(
                        _ -> room.release(),
                        failure -> {
                            broken = failure;
                            room.release();
                        });
    }

    /// Until the piece before is kept.
    private void untilKept() throws IOException {
        try {
            if (!room.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("a piece of a report is not kept in time");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
        Throwable why = broken;
        if (why != null) throw new IOException(why);
    }

    /// Sends the rest, and waits until all is kept.
    ReportMark end() throws IOException {
        if (filled > 0) send();
        untilKept();
        return new ReportMark(bytes, HexFormat.of().formatHex(digest.digest()));
    }
}
