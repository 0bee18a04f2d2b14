package io.credithub.flow.review;

import io.credithub.domain.report.ReportName;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.report.ReportFormat;
import io.credithub.flow.report.ReportLanguage;
import io.credithub.flow.report.ReportQuestion;
import io.credithub.flow.report.ReportWriters;
import io.credithub.flow.report.WriteReport;
import io.credithub.flow.review.FreezeMoments.FrozenMoment;
import io.credithub.flow.review.FreezeMoments.FrozenQuestion;
import io.smallrye.mutiny.Uni;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/// Writes what a statement consists of: the reports, as anybody could ask for them, in JSON.
///
/// @param workers on which writers may wait
public record FreezeReports(ReportWriters writers, Executor workers) {
    /// What a statement consists of, in this order.
    static final List<ReportName> REPORTS =
            List.of(ReportName.STATEMENT, ReportName.TEACHERS, ReportName.BREAKS);

    /// Several times what the largest county comes to.
    private static final int BYTES_MAX = 64 << 20;

    private static final String ENDING = ".json";

    /// @param by the key that prepares it
    /// @return fails with [FrozenTooLarge] if one is
    Uni<List<FrozenPart>> make(FrozenQuestion question, FrozenMoment moment, String by) {
        Uni<List<FrozenPart>> made = Uni.createFrom().item(List.of());
        for (ReportName name : REPORTS) {
            ReportQuestion asked =
                    new ReportQuestion(
                            name,
                            new Jurisdiction(question.county()),
                            question.schoolYear(),
                            Map.of(),
                            by,
                            question.asOf());
            made = made.chain(before -> part(asked, moment).map(part -> with(before, part)));
        }
        return made;
    }

    private static List<FrozenPart> with(List<FrozenPart> before, FrozenPart part) {
        List<FrozenPart> all = new ArrayList<>(before);
        all.add(part);
        return all;
    }

    private Uni<FrozenPart> part(ReportQuestion asked, FrozenMoment moment) {
        String file = asked.name().code() + ENDING;
        BoundedBytes out = new BoundedBytes(file);
        AtomicLong rows = new AtomicLong();
        return moment.reports()
                .find(asked.name())
                .orElseThrow()
                .open(asked)
                .chain(document ->
                        new WriteReport(workers)
                                .write(
                                        document,
                                        writers.open(ReportFormat.JSON, ReportLanguage.ZH, out),
                                        rows::set))
                .map(_ -> new FrozenPart(file, rows.get(), out.toByteArray()));
    }

    private static final class BoundedBytes extends ByteArrayOutputStream {
        private final String file;

        BoundedBytes(String file) {
            this.file = file;
        }

        @Override
        public synchronized void write(byte[] some, int from, int length) {
            if (count > BYTES_MAX - length) throw new FrozenTooLarge(file);
            super.write(some, from, length);
        }
    }
}
