package io.credithub.flow.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.domain.Text;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportHead;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.ReportSection;
import io.credithub.domain.report.ReportTable;
import io.credithub.fixtures.SampleReports;
import io.credithub.flow.report.ReportDocument.ReportPart;
import io.credithub.flow.report.ReportDocument.ReportRows;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WriteReportTest {
    private final Told told = new Told("");
    private final List<Long> progress = new ArrayList<>();

    @Test
    void fromTheFirstLineToTheLast() {
        write(report(stretches(List.of(1L, 2L), List.of(3L)), stretches()), told);
        assertThat(told.calls)
                .containsExactly(
                        "begin statement t0 t1",
                        "section t0",
                        "rows 1 2",
                        "rows 3",
                        "totals 6 of 3",
                        "section t1",
                        "totals - of 0",
                        "end");
    }

    @Test
    void howManyRowsAreWrittenIsToldOverAllTables() {
        write(report(stretches(List.of(1L, 2L), List.of(3L)), stretches(List.of(4L))), told);
        assertThat(progress).containsExactly(2L, 3L, 4L);
    }

    @Test
    void aReportWithoutTablesHasAHeadAndAnEnd() {
        write(report(), told);
        assertThat(told.calls).containsExactly("begin statement", "end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"begin", "section", "rows", "totals", "end"})
    void anOutputThatFailsEndsIt(String at) {
        Told failing = new Told(at);
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> write(report(stretches(List.of(1L), List.of(2L))), failing))
                .withMessageContaining("disk full");
        assertThat(failing.calls.getLast()).startsWith(at);
        assertThat(failing.calls.stream().filter(call -> call.startsWith(at))).hasSize(1);
    }

    @Test
    void rowsThatCannotBeReadEndIt() {
        ReportRows broken = _ -> Uni.createFrom().failure(new IllegalStateException("gone"));
        assertThatThrownBy(() -> write(report(broken), told)).hasMessage("gone");
        assertThat(told.calls).containsExactly("begin statement t0", "section t0");
    }

    @Test
    void theWriterWaitsOnAWorkerOnly() {
        try (ExecutorService workers =
                Executors.newSingleThreadExecutor(Thread.ofPlatform().name("worker").factory())) {
            new WriteReport(workers)
                    .write(report(stretches(List.of(1L))), told, progress::add)
                    .await()
                    .indefinitely();
        }
        assertThat(told.threads).isNotEmpty().containsOnly("worker");
    }

    private void write(ReportDocument report, ReportWriter writer) {
        new WriteReport(Runnable::run).write(report, writer, progress::add).await().indefinitely();
    }

    /// Tables of one summed column behind one of words, `t0`, `t1`, …
    private static ReportDocument report(ReportRows... rows) {
        List<ReportPart> parts = new ArrayList<>();
        for (ReportRows some : rows) {
            String key = "t" + parts.size();
            List<ReportColumn> columns =
                    List.of(
                            ReportColumn.words("about", "项目", "about"),
                            ReportColumn.sum(ReportFigure.RECEIVED));
            ReportTable table = new ReportTable(key, new Text(key, key), columns);
            parts.add(new ReportPart(ReportSection.of(table), some));
        }
        return new ReportDocument(SampleReports.head(), parts);
    }

    @SafeVarargs
    private static ReportRows stretches(List<Long>... stretches) {
        return take -> {
            Uni<Void> taken = Uni.createFrom().voidItem();
            for (List<Long> stretch : stretches) {
                List<ReportRow> rows =
                        stretch.stream()
                                .map(n -> ReportRow.of(ReportCell.NOTHING, ReportCell.of(n)))
                                .toList();
                taken = taken.chain(() -> take.apply(rows));
            }
            return taken;
        };
    }

    /// Notes what it is told.
    private static final class Told implements ReportWriter {
        private final List<String> calls = new ArrayList<>();
        private final List<String> threads = new ArrayList<>();
        private final String failsAt;

        /// @param failsAt the first word of a call; empty: never
        Told(String failsAt) {
            this.failsAt = failsAt;
        }

        @Override
        public void begin(ReportHead head, List<ReportSection> sections) throws IOException {
            String keys =
                    sections.stream()
                            .map(section -> " " + section.table().key())
                            .collect(Collectors.joining());
            note("begin " + head.name().code() + keys);
        }

        @Override
        public void section(ReportSection section) throws IOException {
            note("section " + section.table().key());
        }

        @Override
        public void rows(List<ReportRow> rows) throws IOException {
            note("rows " + rows.stream().map(Told::cell).collect(Collectors.joining(" ")));
        }

        @Override
        public void totals(ReportRow totals, long rows) throws IOException {
            note("totals " + cell(totals) + " of " + rows);
        }

        @Override
        public void end(String code) throws IOException {
            note("end");
        }

        private void note(String call) throws IOException {
            calls.add(call);
            threads.add(Thread.currentThread().getName());
            if (!failsAt.isEmpty() && call.startsWith(failsAt)) throw new IOException("disk full");
        }

        private static String cell(ReportRow row) {
            return row.cells().getLast() instanceof ReportCell.Amount(long value)
                    ? Long.toString(value)
                    : "-";
        }
    }
}
