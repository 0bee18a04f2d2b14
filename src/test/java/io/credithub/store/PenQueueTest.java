package io.credithub.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PenQueueTest {
    private final PenQueue queue = new PenQueue(Runnable::run);
    private final List<String> begun = new ArrayList<>();
    private final Map<String, UniEmitter<? super String>> works = new HashMap<>();
    private final List<String> outcomes = new ArrayList<>();

    @Test
    void oneWorksOneIsInLineAndOfTheOthersTheSmallestGoesNext() {
        ask("file, part 1", 2_000);
        ask("file, part 2", 2_000);
        ask("file, part 3", 2_000);
        ask("push", 1_000);
        ask("another push", 1_000);

        assertThat(begun).containsExactly("file, part 1", "file, part 2");
        end("file, part 1");
        end("file, part 2");
        end("push");
        assertThat(begun)
                .containsExactly(
                        "file, part 1", "file, part 2", "push", "another push", "file, part 3");
        assertThat(outcomes).containsExactly("file, part 1", "file, part 2", "push");
    }

    @Test
    void whoWasPassedByOftenEnoughGoesNext() {
        ask("for long", 1);
        ask("at work", 1);
        ask("large", 2_000);
        ask("push 0", 1);
        end("at work");
        for (int i = 1; i <= PenQueue.PASSED_BY_MAX; i++) {
            ask("push " + i, 1);
            end("push " + (i - 1));
        }

        assertThat(begun).endsWith("push " + (PenQueue.PASSED_BY_MAX - 1), "large");
    }

    @Test
    void aFailureMakesRoomForTheNext() {
        ask("for long", 5);
        ask("broken", 5);
        ask("next", 5);

        work("broken").fail(new IllegalStateException("the server is gone"));

        assertThat(begun).containsExactly("for long", "broken", "next");
        assertThat(outcomes).containsExactly("the server is gone");
    }

    @Test
    void whoGivesUpWaitingIsNeverBegun() {
        ask("for long", 5);
        ask("at work", 5);
        Cancellable waiting = ask("impatient", 1);
        ask("patient", 5);

        waiting.cancel();
        end("at work");

        assertThat(begun).containsExactly("for long", "at work", "patient");
    }

    @Test
    void whoGivesUpAtWorkMakesRoom() {
        ask("for long", 5);
        Cancellable work = ask("at work", 5);
        ask("next", 5);

        work.cancel();

        assertThat(begun).containsExactly("for long", "at work", "next");
    }

    @Test
    void nothingIsBegunUntilSomebodyWantsToKnow() {
        Uni<String> unasked = queue.inTurn(1, () -> Uni.createFrom().item("never"));
        ask("asked", 1);

        assertThat(begun).containsExactly("asked");
        assertThat(unasked).isNotNull();
    }

    private Cancellable ask(String name, int records) {
        return queue.inTurn(
                        records, () -> Uni.createFrom().<String>emitter(end -> begin(name, end)))
                .subscribe()
                .with(outcomes::add, failure -> outcomes.add(failure.getMessage()));
    }

    private void begin(String name, UniEmitter<? super String> end) {
        begun.add(name);
        works.put(name, end);
    }

    private void end(String name) {
        work(name).complete(name);
    }

    private UniEmitter<? super String> work(String name) {
        return Objects.requireNonNull(works.get(name), name + " was not begun");
    }
}
