package io.credithub.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.domain.report.ReportName;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.report.ReportFormat;
import io.credithub.flow.report.ReportJob;
import io.credithub.flow.report.ReportJob.ReportMark;
import io.credithub.flow.report.ReportJob.ReportState;
import io.credithub.flow.report.ReportJobs;
import io.credithub.flow.report.ReportJobs.AskedReport;
import io.credithub.flow.report.ReportJobs.ReportLane;
import io.credithub.flow.report.ReportJobs.TakenReport;
import io.credithub.flow.report.ReportLanguage;
import io.credithub.flow.report.ReportLost;
import io.credithub.flow.report.ReportOrder;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is asked for is one job while it is open, made by one process at a time, and its file is
/// whole or not there.
public abstract class ReportJobsContract {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant NOW = Instant.parse("2026-08-31T08:00:00Z");
    private static final ReportMark MARK =
            new ReportMark(4, "0a".repeat(32), "0a0a-0a0a-0a0a-0a0a-0a0a");
    private static final int MANY = 100;
    private static final ReportLane COUNTIES = new ReportLane(false, true);

    private final ReportJobs jobs;
    private final ReportJobs lapsing;
    private final String key = UUID.randomUUID().toString().substring(0, 12);

    /// @param jobs whose leases outlast a test
    /// @param lapsing the same jobs, where every lease is over at once
    protected ReportJobsContract(ReportJobs jobs, ReportJobs lapsing) {
        this.jobs = jobs;
        this.lapsing = lapsing;
    }

    @AfterEach
    void nothingStaysOpen() {
        for (ReportJob job : wait(jobs.askedBy(key, Integer.MAX_VALUE, MANY))) {
            wait(jobs.cancel(job.id()));
        }
    }

    private static <T> T wait(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }

    private ReportOrder order(String division, Map<String, String> terms) {
        return new ReportOrder(
                ReportName.STATEMENT,
                new Jurisdiction(division),
                2025,
                terms,
                ReportFormat.XLSX,
                ReportLanguage.BOTH,
                key);
    }

    private AskedReport ask(String division) {
        return wait(jobs.ask(order(division, Map.of()), MANY)).orElseThrow();
    }

    private TakenReport taken(ReportJobs store, ReportLane lane) {
        return wait(store.take(lane, NOW)).orElseThrow();
    }

    private ReportJob job(int id) {
        return wait(jobs.find(id)).orElseThrow();
    }

    @Test
    void anOrderIsToldAsItWasGiven() {
        ReportOrder order = order("140105", Map.of("school", "一中\"、\\二中", "state", "SHORT"));
        AskedReport asked = wait(jobs.ask(order, MANY)).orElseThrow();
        assertThat(asked.isNew()).isTrue();
        assertThat(asked.job().order()).isEqualTo(order);
        assertThat(asked.job().state()).isEqualTo(ReportState.WAITING);
        assertThat(job(asked.job().id())).isEqualTo(asked.job());
    }

    @Test
    void theSameWhileItIsOpenIsTheSameJob() {
        int first = ask("140105").job().id();
        AskedReport again = ask("140105");
        assertThat(again.isNew()).isFalse();
        assertThat(again.job().id()).isEqualTo(first);
        assertThat(ask("140106").job().id()).isNotEqualTo(first);
        wait(jobs.cancel(first));
        assertThat(ask("140105").job().id()).isNotEqualTo(first);
    }

    @Test
    void whoHasTooManyOpenIsGivenNoOther() {
        ask("140105");
        assertThat(wait(jobs.ask(order("140106", Map.of()), 1))).isEmpty();
        assertThat(wait(jobs.ask(order("140105", Map.of()), 1))).isPresent();
    }

    @Test
    void aFileIsThereOnceItIsWhole() {
        int id = ask("140105").job().id();
        TakenReport job = taken(jobs, ReportLane.ANY);
        assertThat(job).isEqualTo(new TakenReport(id, 1, order("140105", Map.of()), NOW));
        wait(jobs.put(job, 0, "ab".getBytes(UTF_8), 10));
        wait(jobs.put(job, 1, "cd".getBytes(UTF_8), 20));
        assertThat(job(id).rows()).isEqualTo(20);
        assertThat(wait(jobs.piece(id, 0))).isEmpty();
        wait(jobs.finish(job, MARK, 21));
        ReportJob done = job(id);
        assertThat(done.state()).isEqualTo(ReportState.DONE);
        assertThat(done.mark()).isEqualTo(MARK);
        assertThat(done.asOf()).isEqualTo(NOW);
        assertThat(done.rows()).isEqualTo(21);
        assertThat(wait(jobs.piece(id, 1)))
                .hasValueSatisfying(piece -> assertThat(piece).isEqualTo("cd".getBytes(UTF_8)));
        assertThat(wait(jobs.piece(id, 2))).isEmpty();
        assertThat(wait(jobs.cancel(id))).isFalse();
        assertThat(wait(jobs.piece(id, 0))).isPresent();
    }

    @Test
    void whatWasMadeIsFoundByItsCodeKeptOrNot() {
        String code = UUID.randomUUID().toString();
        ReportMark mark = new ReportMark(4, "0a".repeat(32), code);
        int id = ask("140105").job().id();
        TakenReport job = taken(jobs, ReportLane.ANY);
        assertThat(wait(jobs.verified(code))).isEmpty();
        wait(jobs.finish(job, mark, 21));
        assertThat(wait(jobs.verified(code))).containsExactly(job(id));
        wait(jobs.expire(Duration.ZERO));
        assertThat(wait(jobs.verified(code)))
                .containsExactly(job(id))
                .allSatisfy(one -> assertThat(one.state()).isEqualTo(ReportState.EXPIRED));
        assertThat(wait(jobs.verified(code + "-"))).isEmpty();
    }

    @Test
    void theMomentOfTheFiguresIsToldOnceItIsKnown() {
        int id = ask("140105").job().id();
        TakenReport job = taken(jobs, ReportLane.ANY);
        Instant moment = NOW.plusSeconds(5);
        wait(jobs.told(job, moment));
        assertThat(job(id).asOf()).isEqualTo(moment);
        TakenReport another = new TakenReport(id, 2, job.order(), NOW);
        assertThatThrownBy(() -> wait(jobs.told(another, NOW))).isInstanceOf(ReportLost.class);
    }

    @Test
    void whoAsksForAnotherMomentOrdersAnotherReport() {
        ReportOrder now = order("140105", Map.of());
        ReportOrder then =
                new ReportOrder(
                        now.name(),
                        now.within(),
                        now.schoolYear(),
                        now.terms(),
                        now.format(),
                        now.language(),
                        key,
                        NOW.minusSeconds(60));
        ask("140105");
        int id = wait(jobs.ask(then, MANY)).orElseThrow().job().id();
        taken(jobs, ReportLane.ANY);
        assertThat(taken(jobs, ReportLane.ANY))
                .isEqualTo(new TakenReport(id, 1, then, NOW.minusSeconds(60)));
        assertThat(job(id).order()).isEqualTo(then);
    }

    @Test
    void whatIsInHandIsTakenByNobodyElse() {
        ask("140105");
        taken(jobs, ReportLane.ANY);
        assertThat(wait(jobs.take(ReportLane.ANY, NOW))).isEmpty();
    }

    @Test
    void aCityWaitsWhereOnlyCountiesAreTaken() {
        ask("140100");
        int county = ask("140105").job().id();
        assertThat(taken(jobs, COUNTIES).id()).isEqualTo(county);
        assertThat(wait(jobs.take(COUNTIES, NOW))).isEmpty();
    }

    @Test
    void paperWaitsWhereNoneIsTaken() {
        ReportOrder sheet = order("140105", Map.of());
        ReportOrder paper =
                new ReportOrder(
                        sheet.name(),
                        sheet.within(),
                        sheet.schoolYear(),
                        sheet.terms(),
                        ReportFormat.PDF,
                        sheet.language(),
                        key);
        wait(jobs.ask(paper, MANY));
        assertThat(wait(jobs.take(new ReportLane(true, false), NOW))).isEmpty();
        assertThat(taken(jobs, COUNTIES).order()).isEqualTo(paper);
    }

    @Test
    void whatACrashLeftIsTakenUpAndTheOldOneWritesNothingMore() {
        int id = ask("140105").job().id();
        TakenReport old = taken(lapsing, ReportLane.ANY);
        wait(lapsing.put(old, 0, "old".getBytes(UTF_8), 1));
        TakenReport anew = taken(lapsing, ReportLane.ANY);
        assertThat(anew.id()).isEqualTo(id);
        assertThat(anew.attempt()).isEqualTo(2);
        assertThat(wait(jobs.beat(old, 5))).isFalse();
        assertThatThrownBy(() -> wait(jobs.put(old, 1, new byte[1], 5)))
                .isInstanceOf(ReportLost.class);
        assertThatThrownBy(() -> wait(jobs.finish(old, MARK, 5))).isInstanceOf(ReportLost.class);
        wait(jobs.fail(old, "late"));
        wait(jobs.giveBack(old));
        assertThat(job(id).state()).isEqualTo(ReportState.RUNNING);
        wait(jobs.put(anew, 0, "anew".getBytes(UTF_8), 1));
        wait(jobs.finish(anew, MARK, 1));
        assertThat(wait(jobs.piece(id, 0)).map(piece -> new String(piece, UTF_8)))
                .isEqualTo(Optional.of("anew"));
    }

    @Test
    void whatBringsItsProcessDownIsNotTriedForEver() {
        int id = ask("140105").job().id();
        for (int tries = 0; tries < TakenReport.TRIES_MAX; tries++) {
            taken(lapsing, ReportLane.ANY);
        }
        assertThat(wait(lapsing.take(ReportLane.ANY, NOW))).isEmpty();
        assertThat(job(id).state()).isEqualTo(ReportState.FAILED);
        assertThat(job(id).failure()).isNotBlank();
    }

    @Test
    void whatWasCancelledIsWrittenNoMore() {
        int id = ask("140105").job().id();
        TakenReport job = taken(jobs, ReportLane.ANY);
        assertThat(wait(jobs.cancel(id))).isTrue();
        assertThat(wait(jobs.beat(job, 1))).isFalse();
        assertThatThrownBy(() -> wait(jobs.put(job, 0, new byte[1], 1)))
                .isInstanceOf(ReportLost.class);
        assertThat(job(id).state()).isEqualTo(ReportState.CANCELLED);
    }

    @Test
    void aFailureIsTold() {
        int id = ask("140105").job().id();
        wait(jobs.fail(taken(jobs, ReportLane.ANY), "没有字体 no font"));
        assertThat(job(id).state()).isEqualTo(ReportState.FAILED);
        assertThat(job(id).failure()).isEqualTo("没有字体 no font");
    }

    @Test
    void whatIsGivenBackIsTakenAgain() {
        int id = ask("140105").job().id();
        wait(jobs.giveBack(taken(jobs, ReportLane.ANY)));
        assertThat(job(id).state()).isEqualTo(ReportState.WAITING);
        assertThat(taken(jobs, ReportLane.ANY).attempt()).isEqualTo(2);
    }

    @Test
    void whatHasExpiredKeepsItsDigest() {
        int id = ask("140105").job().id();
        TakenReport job = taken(jobs, ReportLane.ANY);
        wait(jobs.put(job, 0, "ab".getBytes(UTF_8), 1));
        wait(jobs.finish(job, MARK, 1));
        wait(jobs.expire(Duration.ofDays(90)));
        assertThat(job(id).state()).isEqualTo(ReportState.DONE);
        assertThat(wait(jobs.expire(Duration.ZERO))).isPositive();
        assertThat(job(id).state()).isEqualTo(ReportState.EXPIRED);
        assertThat(job(id).mark()).isEqualTo(MARK);
        assertThat(wait(jobs.piece(id, 0))).isEmpty();
    }

    @Test
    void whatOneAskedForIsListedNewestFirst() {
        int first = ask("140105").job().id();
        int second = ask("140106").job().id();
        assertThat(wait(jobs.askedBy(key, Integer.MAX_VALUE, MANY)))
                .extracting(ReportJob::id)
                .containsExactly(second, first);
        assertThat(wait(jobs.askedBy(key, second, MANY)))
                .extracting(ReportJob::id)
                .containsExactly(first);
        assertThat(wait(jobs.askedBy("nobody", Integer.MAX_VALUE, MANY))).isEmpty();
    }
}
