package io.credithub.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.result.StoreFailure;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LedgerLockQueueTest {
    private final LedgerLockQueue queue = new LedgerLockQueue(Runnable::run);
    private final List<String> begun = new ArrayList<>();
    private final Map<String, UniEmitter<? super String>> works = new HashMap<>();
    private final Map<String, Runnable> passingOn = new HashMap<>();
    private final List<String> outcomes = new ArrayList<>();

    @Test
    void oneHasTheTurnAndOfTheOthersTheSmallestGoesNext() {
        ask("file, part 1", 2_000);
        ask("file, part 2", 2_000);
        ask("push", 1_000);
        ask("another push", 1_000);

        assertThat(begun).containsExactly("file, part 1");
        end("file, part 1");
        end("push");
        end("another push");
        assertThat(begun).containsExactly("file, part 1", "push", "another push", "file, part 2");
        assertThat(outcomes).containsExactly("file, part 1", "push", "another push");
    }

    @Test
    void worksOfAFewRecordsAreEquals() {
        ask("at work", 1);
        ask("file of ten", 10);
        ask("push of one", 1);

        end("at work");

        assertThat(begun).containsExactly("at work", "file of ten");
    }

    @Test
    void whoPassesTheTurnOnGoesOnBesideTheNext() {
        ask("first", 5);
        ask("second", 5);
        ask("third", 5);

        passOn("first");
        assertThat(begun).containsExactly("first", "second");

        passOn("first");
        end("first");
        assertThat(begun).containsExactly("first", "second");
        assertThat(outcomes).containsExactly("first");

        passOn("second");
        assertThat(begun).containsExactly("first", "second", "third");
    }

    @Test
    void whoWasPassedByOftenEnoughGoesNext() {
        ask("at work", 1);
        ask("large", 2_000);
        ask("push 0", 1);
        end("at work");
        for (int i = 1; i <= LedgerLockQueue.PASSED_BY_MAX; i++) {
            ask("push " + i, 1);
            end("push " + (i - 1));
        }

        assertThat(begun).endsWith("push " + (LedgerLockQueue.PASSED_BY_MAX - 1), "large");
    }

    @Test
    void aFailureMakesRoomForTheNext() {
        ask("broken", 5);
        ask("next", 5);

        work("broken").fail(new IllegalStateException("the server is gone"));

        assertThat(begun).containsExactly("broken", "next");
        assertThat(outcomes).containsExactly("the server is gone");
    }

    @Test
    void anOutageIsToldToAllWhoWaitAndToNobodyAfterwards() {
        ask("first", 5);
        ask("second", 5);
        ask("third", 1);

        work("first").fail(new StoreFailure("55P03", "", new Exception()));
        ask("fourth", 1);

        assertThat(outcomes).containsOnly("SQLSTATE 55P03").hasSize(3);
        assertThat(begun).containsExactly("first", "fourth");
    }

    @Test
    void aDeadlockIsOfThoseTwoOnly() {
        ask("first", 5);
        ask("second", 5);

        work("first").fail(new StoreFailure("40P01", "", new Exception()));

        assertThat(outcomes).containsExactly("SQLSTATE 40P01");
        assertThat(begun).containsExactly("first", "second");
    }

    @Test
    void whoGivesUpWaitingIsNeverBegun() {
        ask("at work", 5);
        Cancellable waiting = ask("impatient", 1);
        ask("patient", 5);

        waiting.cancel();
        end("at work");

        assertThat(begun).containsExactly("at work", "patient");
    }

    @Test
    void whoGivesUpAtWorkMakesRoom() {
        Cancellable work = ask("at work", 5);
        ask("next", 5);

        work.cancel();

        assertThat(begun).containsExactly("at work", "next");
    }

    @Test
    void nothingIsBegunUntilSomebodyWantsToKnow() {
        Uni<String> unasked = queue.inTurn(1, _ -> Uni.createFrom().item("never"));
        ask("asked", 1);

        assertThat(begun).containsExactly("asked");
        assertThat(unasked).isNotNull();
    }

    private Cancellable ask(String name, int records) {
        return queue.inTurn(records, passOn -> work(name, passOn))
                .subscribe()
                .with(outcomes::add, failure -> outcomes.add(failure.getMessage()));
    }

    private Uni<String> work(String name, Runnable passOn) {
        begun.add(name);
        passingOn.put(name, passOn);
        return Uni.createFrom().emitter(end -> works.put(name, end));
    }

    private void passOn(String name) {
        Objects.requireNonNull(passingOn.get(name), name + " was not begun").run();
    }

    private void end(String name) {
        work(name).complete(name);
    }

    private UniEmitter<? super String> work(String name) {
        return Objects.requireNonNull(works.get(name), name + " was not begun");
    }
}
