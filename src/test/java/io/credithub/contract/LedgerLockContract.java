package io.credithub.contract;

import static io.credithub.fixtures.RosterRowBuilder.aTeacher;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.contract.Stores.Outcomes;
import io.credithub.domain.ledger.Arrival;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.VersionState;
import io.credithub.flow.delivery.LandedChunk;
import io.credithub.flow.teacher.Identified;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// The ledger lock gives one transaction at a time, and keeps all of it or nothing.
public abstract class LedgerLockContract {
    private final Stores stores;
    private final Steps steps;

    protected LedgerLockContract(Stores stores) {
        this.stores = stores;
        this.steps = new Steps(stores);
    }

    /// What a work fails with on purpose.
    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Test
    void whatOneWorkWroteTheNextOneFinds() {
        int teacher = steps.teacher("T");
        Arrival arrival = post("R", teacher);
        List<UUID> keys = List.of(Steps.key(arrival));
        List<RecordVersion> found = steps.underLock(ledger -> ledger.contents(keys));
        assertThat(found)
                .singleElement()
                .satisfies(version -> {
                    assertThat(version.was()).isEqualTo(VersionState.IN_FORCE);
                    assertThat(version.copy()).isEqualTo(arrival.copy());
                    assertThat(version.order()).isEqualTo(arrival.order());
                    assertThat(version.number()).isEqualTo(1);
                    assertThat(version.teacher()).isEqualTo(teacher);
                });
    }

    private Arrival post(String record, int teacher) {
        LandedChunk chunk = stores.land(Stores.PROVINCE, 1);
        Arrival arrival = steps.arrival(chunk, record, teacher, 1, 30);
        steps.post(chunk, arrival);
        return arrival;
    }

    @Test
    void ofAWorkThatFailsNothingIsLeft() {
        int teacher = steps.teacher("T");
        Identified before = steps.identify("T", "T-2");
        LandedChunk chunk = stores.land(Stores.PROVINCE, 1);
        Arrival arrival = steps.arrival(chunk, "R", teacher, 1, 30);
        assertThatThrownBy(() ->
                        steps.underLock(ledger ->
                                steps.enrol(ledger, aTeacher(steps.own("T-2")).build())
                                        .chain(() -> steps.post(ledger, chunk, arrival))
                                        .chain(() -> Uni.createFrom().failure(new Broken()))))
                .isInstanceOf(Broken.class);
        assertThat(isWritten(arrival)).isFalse();
        assertThat(steps.account(teacher).cycles()).isEmpty();
        assertThat(stores.outcomes(chunk.ref().delivery())).isEqualTo(new Outcomes(0, 0, 0, 0));
        assertThat(isStill(before)).isTrue();
        assertThat(steps.identify("T", "T-2").found().byNumber())
                .isEqualTo(before.found().byNumber());
    }

    private boolean isWritten(Arrival arrival) {
        List<UUID> keys = List.of(Steps.key(arrival));
        return !steps.looking(ledger -> ledger.briefs(keys)).isEmpty();
    }

    private boolean isStill(Identified identified) {
        return steps.looking(ledger -> Uni.createFrom().item(ledger.isStill(identified)));
    }

    @Test
    void whoComesSecondBeginsWhenTheFirstIsDone() {
        List<String> log = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture<Boolean> asked = new CompletableFuture<>();
        CompletableFuture<Boolean> begun = new CompletableFuture<>();
        var first =
                stores.lock()
                        .withLock(
                                1,
                                ledger -> {
                                    log.add("first begins");
                                    begun.complete(true);
                                    return Uni.createFrom()
                                            .completionStage(asked)
                                            .chain(() -> ledger.accounts(Set.of(1)))
                                            .chain(() -> ledger.contentsOf(Set.of(1)))
                                            .invoke(() -> log.add("first ends"));
                                })
                        .subscribeAsCompletionStage();
        Steps.wait(Uni.createFrom().completionStage(begun));
        var second =
                stores.lock()
                        .withLock(
                                1,
                                ledger -> {
                                    log.add("second begins");
                                    return ledger.accounts(Set.of(1));
                                })
                        .subscribeAsCompletionStage();
        asked.complete(true);
        Steps.wait(Uni.createFrom().completionStage(first));
        Steps.wait(Uni.createFrom().completionStage(second));
        assertThat(log).containsExactly("first begins", "first ends", "second begins");
    }

    @Test
    void aWorkThatFailsLetsTheNextOneIn() {
        assertThatThrownBy(() ->
                        steps.underLock(_ -> {
                            throw new Broken();
                        }))
                .isInstanceOf(Broken.class);
        String next = steps.underLock(_ -> Uni.createFrom().item("next"));
        assertThat(next).isEqualTo("next");
    }

    @Test
    void aDryRunTellsWhatWouldBeAndKeepsNothing() {
        int teacher = steps.teacher("T");
        LandedChunk chunk = stores.land(Stores.PROVINCE, 1);
        Arrival arrival = steps.arrival(chunk, "R", teacher, 1, 30);
        List<UUID> keys = List.of(Steps.key(arrival));
        var told =
                Steps.wait(
                        stores.lock()
                                .dryRun(
                                        1,
                                        ledger ->
                                                steps.post(ledger, chunk, arrival)
                                                        .chain(() -> ledger.briefs(keys))));
        assertThat(told).containsOnlyKeys(Steps.key(arrival));
        assertThat(isWritten(arrival)).isFalse();
        assertThat(steps.account(teacher).cycles()).isEmpty();
    }

    @Test
    void aSnapshotCannotBeWrittenTo() {
        int teacher = steps.teacher("T");
        LandedChunk chunk = stores.land(Stores.PROVINCE, 1);
        Arrival arrival = steps.arrival(chunk, "R", teacher, 1, 30);
        assertThatThrownBy(() -> steps.looking(ledger -> steps.post(ledger, chunk, arrival)))
                .isNotNull();
        assertThatThrownBy(() ->
                        steps.looking(
                                ledger -> steps.enrol(ledger, aTeacher(steps.own("T-2")).build())))
                .isNotNull();
        assertThat(isWritten(arrival)).isFalse();
    }

    @Test
    void aSnapshotIsOfOneMoment() {
        int teacher = steps.teacher("T");
        LandedChunk chunk = stores.land(Stores.PROVINCE, 1);
        Arrival arrival = steps.arrival(chunk, "R", teacher, 1, 30);
        List<UUID> keys = List.of(Steps.key(arrival));
        var seen =
                steps.looking(ledger ->
                        stores.lock()
                                .withLock(1, other -> steps.post(other, chunk, arrival))
                                .chain(() -> ledger.briefs(keys)));
        assertThat(seen).isEmpty();
        assertThat(isWritten(arrival)).isTrue();
    }
}
