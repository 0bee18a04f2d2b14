package io.credithub.flow.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Text;
import io.credithub.domain.report.ReportHead;
import io.credithub.domain.report.ReportName;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.ReportSection;
import io.credithub.fakes.FixedMoments;
import io.credithub.fakes.InMemoryReportJobs;
import io.credithub.fixtures.PlantedReport;
import io.credithub.fixtures.SampleReports;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.report.ReportDesk.ReportPlaces;
import io.credithub.flow.report.ReportJob.ReportState;
import io.credithub.flow.report.ReportJobs.ReportLane;
import io.credithub.flow.result.Unavailable;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What becomes of a report from the moment at which somebody asks for it.
final class ReportDeskTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant NOW = Instant.parse("2026-08-31T08:00:00Z");
    private static final String COUNTY = "140105";
    private static final String CITY = "140100";

    private final InMemoryReportJobs jobs = new InMemoryReportJobs();
    private final PlantedReport source = new PlantedReport(ReportName.STATEMENT);
    private final List<String> stopped = new ArrayList<>();
    private final SettledMoments moments = new FixedMoments(NOW);
    private final ReportDesk desk = desk(PlainLines::new);

    private ReportDesk desk(ReportWriters writers) {
        MakeReport making =
                new MakeReport(
                        jobs,
                        moments,
                        new ReportCatalogue(List.of(source)),
                        writers,
                        Runnable::run,
                        (job, failure) -> stopped.add(job.id() + " " + failure.getMessage()));
        return new ReportDesk(jobs, making, new ReportPlaces(2, 1), InstantSource.fixed(NOW));
    }

    /// A line for each row, of a kilobyte: so that a file has several pieces.
    private static final class PlainLines implements ReportWriter {
        private static final String LINE = "行".repeat(341) + "\n";
        private final OutputStream out;

        PlainLines(ReportFormat format, ReportLanguage language, OutputStream out) {
            this.out = out;
        }

        @Override
        public void begin(ReportHead head, List<ReportSection> sections) throws IOException {
            out.write(head.title().zh().getBytes(UTF_8));
        }

        @Override
        public void section(ReportSection section) throws IOException {
            out.write('\n');
        }

        @Override
        public void rows(List<ReportRow> rows) throws IOException {
            for (int no = 0; no < rows.size(); no++) out.write(LINE.getBytes(UTF_8));
        }

        @Override
        public void totals(ReportRow totals, long rows) throws IOException {
            out.write(Long.toString(rows).getBytes(UTF_8));
        }

        @Override
        public void end(String code) {}
    }

    private static <T> T wait(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }

    private int ask(String division) {
        return ask(division, ReportFormat.CSV);
    }

    private int ask(String division, ReportFormat format) {
        ReportOrder order =
                new ReportOrder(
                        ReportName.STATEMENT,
                        new Jurisdiction(division),
                        2025,
                        Map.of("state", "SHORT"),
                        format,
                        ReportLanguage.ZH,
                        "a key");
        return wait(jobs.ask(order, 10)).orElseThrow().job().id();
    }

    private ReportJob job(int id) {
        return wait(jobs.find(id)).orElseThrow();
    }

    private byte[] file(int id) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Optional<byte[]> piece = wait(jobs.piece(id, 0));
        for (int no = 1; piece.isPresent(); no++) {
            file.write(piece.get());
            piece = wait(jobs.piece(id, no));
        }
        return file.toByteArray();
    }

    @Test
    void aFileIsKeptInPiecesAndItsDigestIsThatOfItsBytes()
            throws IOException, NoSuchAlgorithmException {
        source.answer(_ -> Uni.createFrom().item(SampleReports.teachers(1_300)));
        int id = ask(COUNTY);
        wait(desk.look());
        ReportJob done = job(id);
        assertThat(done.state()).as(done.toString()).isEqualTo(ReportState.DONE);
        assertThat(done.rows()).isEqualTo(1_300);
        assertThat(wait(jobs.piece(id, 0)).orElseThrow()).hasSize(ReportOutput.PIECE);
        byte[] file = file(id);
        ReportJob.ReportMark mark = Objects.requireNonNull(done.mark());
        assertThat(mark.bytes()).isEqualTo(file.length).isGreaterThan(2 * ReportOutput.PIECE);
        assertThat(mark.sha256())
                .isEqualTo(
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(file)));
        assertThat(new String(file, UTF_8)).endsWith("1300");
        assertThat(desk.running()).isZero();
    }

    @Test
    void theSourceIsAskedWhatSomebodyAsked() {
        ask(COUNTY);
        wait(desk.look());
        assertThat(source.asked())
                .containsExactly(
                        new ReportQuestion(
                                ReportName.STATEMENT,
                                new Jurisdiction(COUNTY),
                                2025,
                                Map.of("state", "SHORT"),
                                "a key",
                                NOW));
    }

    @Test
    void whatWasKnownThenIsAskedAsOfThen() {
        Instant then = NOW.minusSeconds(86_400);
        ReportOrder order =
                new ReportOrder(
                        ReportName.STATEMENT,
                        new Jurisdiction(COUNTY),
                        2025,
                        Map.of(),
                        ReportFormat.CSV,
                        ReportLanguage.ZH,
                        "a key",
                        then);
        int id = wait(jobs.ask(order, 10)).orElseThrow().job().id();
        wait(desk.look());
        assertThat(source.asked().getLast().asOf()).isEqualTo(then);
        assertThat(job(id).asOf()).isEqualTo(then);
        assertThat(order.title()).isEqualTo("学年对账表-140105-2025-20260830T080000Z");
    }

    @Test
    void aBugOfASourceIsTheEndOfItsJobOnly() {
        source.answer(question -> {
            if (question.within().divisionCode().equals(COUNTY)) {
                throw new IllegalStateException("王伟 cannot be counted");
            }
            return Uni.createFrom().item(SampleReports.statement());
        });
        int failing = ask(COUNTY);
        int other = ask("140106");
        wait(desk.look());
        assertThat(job(failing).state()).isEqualTo(ReportState.FAILED);
        assertThat(job(failing).failure()).isEqualTo(MakeReport.OUR_FAULT).doesNotContain("王伟");
        assertThat(stopped).containsExactly(failing + " 王伟 cannot be counted");
        assertThat(job(other).state()).isEqualTo(ReportState.DONE);
    }

    @Test
    void whatIsItsAskersToMendIsTold() {
        source.answer(_ ->
                Uni.createFrom().failure(new ReportRefused(new Text("没有这所学校", "no such school"))));
        int id = ask(COUNTY);
        wait(desk.look());
        assertThat(job(id).failure()).isEqualTo("没有这所学校 · no such school");
        assertThat(stopped).isEmpty();
    }

    @Test
    void whatThisMachineLacksIsTold() {
        ReportDesk without =
                desk((_, _, _) -> {
                    throw new Unavailable("没有中文字体 no Chinese font: HUB_REPORT_FONT");
                });
        int id = ask(COUNTY);
        wait(without.look());
        assertThat(job(id).state()).isEqualTo(ReportState.FAILED);
        assertThat(job(id).failure()).contains("HUB_REPORT_FONT");
        assertThat(source.asked()).isEmpty();
    }

    @Test
    void anOutageIsTriedAgainButNotForEver() {
        source.answer(_ -> Uni.createFrom().failure(new Unavailable("database")));
        int id = ask(COUNTY);
        wait(desk.look());
        assertThat(source.asked()).hasSize(3);
        assertThat(job(id).failure()).isEqualTo(MakeReport.OUTAGE);
    }

    @Test
    void aReportThatIsCancelledIsLeftAtTheNextBeat() {
        List<UniEmitter<? super ReportDocument>> counting = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        source.answer(_ ->
                Uni.createFrom()
                        .<ReportDocument>emitter(counting::add)
                        .onCancellation()
                        .invoke(() -> gone.add("cancelled")));
        int id = ask(COUNTY);
        wait(desk.look());
        assertThat(desk.running()).isEqualTo(1);
        wait(jobs.cancel(id));
        wait(desk.beat());
        assertThat(gone).containsExactly("cancelled");
        assertThat(desk.running()).isZero();
        assertThat(job(id).state()).isEqualTo(ReportState.CANCELLED);
    }

    @Test
    void whatACrashLeftIsMadeByAnother() {
        int id = ask(COUNTY);
        wait(jobs.take(ReportLane.ANY, NOW));
        wait(desk.look());
        assertThat(job(id).state()).isEqualTo(ReportState.RUNNING);
        wait(
                jobs.lapsing()
                        .take(ReportLane.ANY, NOW)
                        .chain(taken -> jobs.giveBack(taken.orElseThrow())));
        wait(desk.look());
        assertThat(job(id).state()).isEqualTo(ReportState.DONE);
    }

    @Test
    void aCountyDoesNotWaitBehindCities() {
        source.answer(question ->
                question.within().divisionCode().equals(COUNTY)
                        ? Uni.createFrom().item(SampleReports.statement())
                        : Uni.createFrom().emitter(_ -> {}));
        int city = ask(CITY);
        int other = ask("140200");
        int county = ask(COUNTY);
        wait(desk.look());
        assertThat(job(city).state()).isEqualTo(ReportState.RUNNING);
        assertThat(job(other).state()).isEqualTo(ReportState.WAITING);
        assertThat(job(county).state()).isEqualTo(ReportState.DONE);
        assertThat(desk.running()).isEqualTo(1);
    }

    @Test
    void oneIsPrintedAtATime() {
        source.answer(_ -> Uni.createFrom().emitter(_ -> {}));
        int first = ask(COUNTY, ReportFormat.PDF);
        int second = ask("140106", ReportFormat.PDF);
        int sheet = ask(COUNTY, ReportFormat.XLSX);
        wait(desk.look());
        assertThat(job(first).state()).isEqualTo(ReportState.RUNNING);
        assertThat(job(second).state()).isEqualTo(ReportState.WAITING);
        assertThat(job(sheet).state()).isEqualTo(ReportState.RUNNING);
    }
}
