package io.credithub.flow.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.credithub.flow.report.ReportJobs.ReportLane;
import io.credithub.flow.report.ReportJobs.TakenReport;
import io.credithub.flow.subscription.ReportDispatch.DispatchState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// The way of a report from the time at which it is due.
final class SendReportsTest extends SendingHub {
    @Test
    void whatIsDueIsMadeAndSentAndIsInTheTrail() {
        look(Duration.ZERO);
        assertThat(dispatch().state()).isEqualTo(DispatchState.WAITING);
        make();
        look(Duration.ofSeconds(3));
        ReportDispatch sent = dispatch();
        assertThat(sent.state()).isEqualTo(DispatchState.SENT);
        Parcel parcel = target.sent.getFirst();
        assertThat(parcel.fileName()).isEqualTo("teachers-140105-2026-20260901T080000Z-1.csv");
        assertThat(parcel.key()).isEqualTo(sent.key());
        assertThat(parcel.order().askedBy()).isEqualTo(KEY);
        assertThat(trail.lines.getFirst().key()).isEqualTo(KEY);
        assertThat(trail.lines.getFirst().target().named())
                .isEqualTo("id=1 subscription=1 target=there report=1");
        assertThat(outcomes).containsExactly("sent");
        assertThat(subscription().nextDue()).isEqualTo(DUE.plus(Duration.ofDays(1)));
    }

    @Test
    void whatWasMissedGoesOutOnce() {
        look(Duration.ofDays(20));
        look(Duration.ZERO);
        assertThat(wait(jobs.askedBy(KEY, Integer.MAX_VALUE, 10))).hasSize(1);
        assertThat(subscription().nextDue()).isEqualTo(DUE.plus(Duration.ofDays(21)));
    }

    @Test
    void whatFailsIsTriedAgainEverLaterAndThenWaitsForSomebody() {
        target.failure = SendFailure.passing("无应答 · no answer");
        look(Duration.ZERO);
        make();
        look(Duration.ofSeconds(3));
        Instant first = clock.instant();
        assertThat(dispatch().attempts()).isEqualTo(1);
        assertThat(dispatch().tryAt()).isEqualTo(first.plusSeconds(60));
        look(Duration.ofSeconds(59));
        assertThat(target.sent).hasSize(1);
        look(Duration.ofSeconds(1));
        assertThat(dispatch().tryAt()).isEqualTo(clock.instant().plusSeconds(120));
        look(Duration.ofMinutes(2));
        assertThat(dispatch().state()).isEqualTo(DispatchState.DEAD);
        assertThat(dispatch().failure()).isEqualTo("无应答 · no answer");
        assertThat(target.sent).hasSize(3);
        assertThat(target.sent)
                .extracting(Parcel::key, Parcel::fileName)
                .containsOnly(
                        tuple(target.sent.getFirst().key(), target.sent.getFirst().fileName()));
        target.failure = null;
        assertThat(wait(subscriptions.dispatches().retry(1, clock.instant()))).isTrue();
        look(Duration.ZERO);
        assertThat(dispatch().state()).isEqualTo(DispatchState.SENT);
        assertThat(outcomes).containsExactly("failed", "failed", "failed", "sent");
    }

    @Test
    void whatTimeDoesNotMendIsTriedOnce() {
        target.failure = SendFailure.lasting("拒绝 · refused");
        look(Duration.ZERO);
        make();
        look(Duration.ofSeconds(3));
        assertThat(dispatch().state()).isEqualTo(DispatchState.DEAD);
        assertThat(target.sent).hasSize(1);
    }

    @Test
    void whatNobodyForesawIsTriedAgainWithoutItsWords() {
        target.failure = new IllegalStateException("secret://user:password@host");
        look(Duration.ZERO);
        make();
        look(Duration.ofSeconds(3));
        assertThat(dispatch().attempts()).isEqualTo(1);
        assertThat(dispatch().failure()).doesNotContain("password");
    }

    @Test
    void aTargetThatIsNotConfiguredIsWaitedFor() {
        look(Duration.ZERO);
        make();
        target.isThere = false;
        look(Duration.ofSeconds(3));
        assertThat(dispatch().attempts()).isEqualTo(1);
        target.isThere = true;
        look(Duration.ofMinutes(1));
        assertThat(dispatch().state()).isEqualTo(DispatchState.SENT);
    }

    @Test
    void whatIsNotInTheTrailIsNotSent() {
        look(Duration.ZERO);
        make();
        trail.isDown = true;
        look(Duration.ofSeconds(3));
        assertThat(target.sent).isEmpty();
        assertThat(dispatch().state()).isEqualTo(DispatchState.MADE);
        assertThat(dispatch().attempts()).as("it is tried again, ever later").isEqualTo(1);
    }

    @Test
    void aFileThatIsKeptNoMoreIsMadeAgainUnderItsName() {
        target.failure = SendFailure.passing("无应答 · no answer");
        look(Duration.ZERO);
        make();
        look(Duration.ofSeconds(3));
        String name = dispatch().fileName();
        wait(jobs.expire(Duration.ZERO));
        target.failure = null;
        look(Duration.ofMinutes(1));
        make();
        look(Duration.ofSeconds(3));
        assertThat(dispatch().state()).isEqualTo(DispatchState.SENT);
        assertThat(target.sent.getLast().fileName()).isEqualTo(name);
        assertThat(target.sent.getLast().job()).isEqualTo(2);
    }

    @Test
    void aReportThatWasCancelledIsNotSent() {
        look(Duration.ZERO);
        wait(jobs.cancel(1));
        look(Duration.ofSeconds(3));
        assertThat(dispatch().failure()).contains("cancelled");
    }

    @Test
    void aReportThatCannotBeMadeIsTriedAgain() {
        look(Duration.ZERO);
        TakenReport job = wait(jobs.take(ReportLane.ANY, clock.instant())).orElseThrow();
        wait(jobs.fail(job, "没有字体 · no font"));
        look(Duration.ofSeconds(3));
        assertThat(dispatch().failure()).isEqualTo("没有字体 · no font");
        assertThat(dispatch().state()).isEqualTo(DispatchState.WAITING);
        look(Duration.ofMinutes(1));
        make();
        look(Duration.ofSeconds(3));
        assertThat(dispatch().state()).isEqualTo(DispatchState.SENT);
    }

    @Test
    void whatOneProcessIsSendingAnotherDoesNotSend() {
        look(Duration.ZERO);
        make();
        target.isSlow = true;
        look(Duration.ofSeconds(3));
        assertThat(target.sent).hasSize(1);
        SendReports other = sending(4);
        wait(other.order());
        wait(other.look());
        assertThat(target.sent).hasSize(1);
        assertThat(other.running()).isZero();
    }

    @Test
    void toOneTargetOneIsSentAtATime() {
        wait(subscriptions.dispatches().trial(subscription(), 1, DUE));
        look(Duration.ZERO);
        make();
        target.isSlow = true;
        look(Duration.ofSeconds(3));
        look(Duration.ofSeconds(3));
        assertThat(target.sent).hasSize(1);
    }

    @Test
    void aProcessSendsNoMoreAtATimeThanItHasPlacesFor() {
        target.names.add("elsewhere");
        subscribe(KEY, "elsewhere");
        look(Duration.ZERO);
        make();
        target.isSlow = true;
        clock.turnTo(clock.instant().plusSeconds(3));
        SendReports narrow = sending(1);
        wait(narrow.look());
        assertThat(narrow.running()).isEqualTo(1);
        assertThat(target.sent).hasSize(1);
        look(Duration.ZERO);
        assertThat(target.sent).as("another process has a place").hasSize(2);
    }

    @Test
    void aReportThatBringsTheHubDownIsNotMadeAgainForDays() {
        look(Duration.ZERO);
        TakenReport job = wait(jobs.take(ReportLane.ANY, clock.instant())).orElseThrow();
        wait(jobs.fail(job, TakenReport.GIVEN_UP));
        look(Duration.ofSeconds(3));
        assertThat(dispatch().state()).isEqualTo(DispatchState.DEAD);
        assertThat(dispatch().failure()).isEqualTo(TakenReport.GIVEN_UP);
        assertThat(wait(jobs.askedBy(KEY, Integer.MAX_VALUE, 10))).hasSize(1);
    }
}
