package io.credithub.flow.report;

import io.credithub.domain.report.ReportDigest;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.ReportSection;
import io.credithub.domain.report.TableSums;
import io.credithub.flow.report.ReportDocument.ReportPart;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;

/// Takes a report from its source to its writer. Sums, shares and the code by which it is verified
/// are computed here, once for all formats.
///
/// @param workers on which the writer may wait
public record WriteReport(Executor workers) {
    /// Fails with [UncheckedIOException] if the output does.
    ///
    /// @param rows is told how many rows have been written so far
    /// @return by which the report is verified
    public Uni<String> write(ReportDocument document, ReportWriter writer, LongConsumer rows) {
        WrittenRows progress = new WrittenRows(rows);
        Uni<Void> written =
                waiting(() -> {
                    progress.digest.head(document.head());
                    writer.begin(document.head(), document.sections());
                });
        for (ReportPart part : document.parts()) {
            written = written.chain(() -> write(part, writer, progress));
        }
        return written.map(_ -> code(document, progress))
                .call(code -> waiting(() -> writer.end(code)));
    }

    private static String code(ReportDocument document, WrittenRows progress) {
        String number = document.number();
        return number == null ? progress.digest.code().text() : number;
    }

    private Uni<Void> write(ReportPart part, ReportWriter writer, WrittenRows progress) {
        ReportSection section = part.section();
        TableSums sums = new TableSums(section.table());
        return waiting(
                        () -> {
                            progress.digest.section(section.table());
                            writer.section(section);
                        })
                .chain(() ->
                        part.rows()
                                .each(some ->
                                        waiting(() -> {
                                            List<ReportRow> rows = summed(some, sums);
                                            rows.forEach(progress.digest::row);
                                            writer.rows(rows);
                                            progress.add(some.size());
                                        })))
                .chain(() ->
                        waiting(() -> {
                            ReportRow totals = sums.totals();
                            progress.digest.totals(totals, sums.rows());
                            writer.totals(totals, sums.rows());
                        }));
    }

    private static List<ReportRow> summed(List<ReportRow> rows, TableSums sums) {
        List<ReportRow> all = new ArrayList<>(rows.size());
        for (ReportRow row : rows) all.add(sums.add(row));
        return all;
    }

    private Uni<Void> waiting(Writing step) {
        return Uni.createFrom()
                .voidItem()
                .emitOn(workers)
                .invoke(() -> {
                    try {
                        step.run();
                    } catch (IOException outputFailed) {
                        throw new UncheckedIOException(outputFailed);
                    }
                });
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static final class WrittenRows {
        private final ReportDigest digest = new ReportDigest();
        private final LongConsumer told;
        private long rows;

        WrittenRows(LongConsumer told) {
            this.told = told;
        }

        void add(int more) {
            rows += more;
            told.accept(rows);
        }
    }
}
