package io.credithub.flow.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.result.Unavailable;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GatheringTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final List<List<Integer>> asked = new ArrayList<>();
    private final List<UniEmitter<? super List<Integer>>> held = new ArrayList<>();

    @Test
    void whoComesWhileOneIsOnItsWayGoesTogether() {
        Gathering<Integer, Integer> gathering = new Gathering<>("it", LONG, this::hold);
        List<UniAssertSubscriber<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++) answers.add(ask(gathering, i));
        answer();
        answer();
        assertThat(asked).containsExactly(List.of(0), List.of(1, 2, 3));
        for (int i = 0; i < 4; i++) answers.get(i).assertCompleted().assertItem(i);
    }

    @Test
    void aFailureIsTheAnswerToAllThatWentTogetherAndToNoOther() {
        Gathering<Integer, Integer> gathering = new Gathering<>("it", LONG, this::hold);
        UniAssertSubscriber<Integer> first = ask(gathering, 0);
        UniAssertSubscriber<Integer> second = ask(gathering, 1);
        held.removeFirst().fail(new IllegalStateException("lost"));
        answer();
        first.assertFailedWith(IllegalStateException.class);
        second.assertCompleted().assertItem(1);
    }

    @Test
    void aQuestionWithoutAnAnswerEndsTheWaitOfAllAndDoesNotHoldTheNext() {
        Gathering<Integer, Integer> gathering =
                new Gathering<>("it", Duration.ofMillis(50), this::hold);
        UniAssertSubscriber<Integer> first = ask(gathering, 0);
        UniAssertSubscriber<Integer> second = ask(gathering, 1);
        first.awaitFailure().assertFailedWith(Unavailable.class, "it");
        second.awaitFailure().assertFailedWith(Unavailable.class, "it");
        UniAssertSubscriber<Integer> third = ask(gathering, 2);
        answer();
        answer();
        third.assertCompleted().assertItem(2);
        assertThat(asked).containsExactly(List.of(0), List.of(2));
    }

    private Uni<List<Integer>> hold(List<Integer> questions) {
        asked.add(questions);
        return Uni.createFrom().emitter(held::add);
    }

    private void answer() {
        held.removeFirst().complete(asked.get(asked.size() - 1));
    }

    private static UniAssertSubscriber<Integer> ask(Gathering<Integer, Integer> of, int question) {
        return of.ask(question).subscribe().withSubscriber(UniAssertSubscriber.create());
    }
}
