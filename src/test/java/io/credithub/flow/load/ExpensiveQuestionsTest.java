package io.credithub.flow.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.load.ExpensiveQuestions.ExpensiveQuestion;
import io.credithub.flow.load.ExpensiveQuestions.QuestionBounds;
import io.credithub.flow.load.QuestionRefused.RefusedQuestionReason;
import io.credithub.flow.result.Unavailable;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Answers come, and time passes, when the test says so.
final class ExpensiveQuestionsTest {
    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final Duration RUN = Duration.ofMinutes(20);

    /// Two at once, three of one owner, three that wait.
    private final ExpensiveQuestions questions =
            new ExpensiveQuestions(new QuestionBounds(2, 3, 3, WAIT, RUN), this::after);

    private final Map<Runnable, Duration> alarms = new LinkedHashMap<>();
    private final Map<Object, UniEmitter<? super String>> answering = new LinkedHashMap<>();
    private final List<Object> cancelled = new ArrayList<>();

    private Runnable after(Duration time, Runnable ring) {
        alarms.put(ring, time);
        return () -> alarms.remove(ring);
    }

    private void pass(Duration time) {
        List.copyOf(alarms.entrySet()).stream()
                .filter(alarm -> alarm.getValue().equals(time))
                .forEach(alarm -> alarm.getKey().run());
    }

    /// Every request brings a string of its own.
    private UniAssertSubscriber<String> ask(String owner, Object about) {
        ExpensiveQuestion<String> question =
                new ExpensiveQuestion<>("recount", List.of(about), () -> answer(about));
        return questions
                .ask(String.copyValueOf(owner.toCharArray()), question)
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }

    private Uni<String> answer(Object about) {
        return Uni.createFrom()
                .<String>emitter(emitter -> answering.put(about, emitter))
                .onCancellation()
                .invoke(() -> cancelled.add(about));
    }

    private void tell(Object about, String answer) {
        Objects.requireNonNull(answering.remove(about)).complete(answer);
    }

    private static void assertRefused(
            UniAssertSubscriber<String> asked, RefusedQuestionReason why) {
        asked.assertFailedWith(QuestionRefused.class);
        assertThat(((QuestionRefused) asked.getFailure()).why()).isEqualTo(why);
    }

    @Test
    void fewAreAnsweredAtATimeAndTheOthersInTheirOrder() {
        for (int i = 1; i <= 4; i++) ask("key " + i, i);
        assertThat(answering.keySet()).containsExactly(1, 2);
        assertThat(questions.running()).isEqualTo(2);
        assertThat(questions.waiting()).isEqualTo(2);
        tell(2, "so");
        assertThat(answering.keySet()).containsExactly(1, 3);
        assertThat(questions.waiting()).isEqualTo(1);
    }

    @Test
    void whoAsksTheSameIsGivenTheSameAnswer() {
        var first = ask("a", 1);
        var second = ask("b", 1);
        ask("a", 2);
        var third = ask("a", 3);
        var fourth = ask("b", 3);
        tell(1, "one");
        tell(3, "three");
        first.assertItem("one");
        second.assertItem("one");
        third.assertItem("three");
        fourth.assertItem("three");
        assertThat(questions.begun()).isEqualTo(3);
    }

    @Test
    void anAnswerThatWasGivenIsNotGivenAgain() {
        ask("a", 1);
        tell(1, "then");
        var later = ask("a", 1);
        later.assertNotTerminated();
        tell(1, "now");
        later.assertItem("now");
    }

    @Test
    void oneOwnerDoesNotTakeAllPlaces() {
        for (int i = 1; i <= 3; i++) ask("a", i);
        assertRefused(ask("a", 4), RefusedQuestionReason.OWNERS_PLACES);
        ask("a", 3).assertNotTerminated();
        ask("b", 4).assertNotTerminated();
        tell(1, "so");
        ask("a", 5).assertNotTerminated();
    }

    @Test
    void whereTooManyWaitNoOtherIsTaken() {
        for (int i = 1; i <= 5; i++) ask("key " + i, i);
        assertRefused(ask("key 6", 6), RefusedQuestionReason.ALL_PLACES);
        ask("key 6", 5).assertNotTerminated();
        tell(1, "so");
        ask("key 6", 6).assertNotTerminated();
    }

    @Test
    void whatNobodyWaitsForAnyMoreIsCancelledAndTheNextBegins() {
        var gone = ask("a", 1);
        ask("b", 2);
        ask("c", 3);
        gone.cancel();
        assertThat(cancelled).containsExactly(1);
        assertThat(answering.keySet()).contains(3);
        assertThat(questions.running()).isEqualTo(2);
        assertThat(questions.waiting()).isZero();
    }

    @Test
    void whatSomebodyStillWaitsForGoesOn() {
        var gone = ask("a", 1);
        var stays = ask("b", 1);
        gone.cancel();
        assertThat(cancelled).isEmpty();
        tell(1, "so");
        stays.assertItem("so");
    }

    @Test
    void whatWaitsAndNobodyWaitsForIsNeverBegun() {
        ask("a", 1);
        ask("a", 2);
        ask("b", 3).cancel();
        tell(1, "so");
        tell(2, "so");
        assertThat(answering).isEmpty();
        assertThat(questions.begun()).isEqualTo(2);
        assertThat(questions.waiting()).isZero();
        assertThat(alarms).isEmpty();
    }

    @Test
    void nobodyWaitsForEverForAPlace() {
        var first = ask("a", 1);
        ask("a", 2);
        var waits = ask("b", 3);
        pass(WAIT);
        assertRefused(waits, RefusedQuestionReason.ALL_PLACES);
        first.assertNotTerminated();
        tell(1, "so");
        assertThat(answering.keySet()).containsExactly(2);
    }

    @Test
    void whatTakesTooLongIsCancelledAndTold() {
        var slow = ask("a", 1);
        pass(RUN);
        slow.assertFailedWith(Unavailable.class);
        assertThat(cancelled).containsExactly(1);
        assertThat(questions.running()).isZero();
    }

    @Test
    void aFailureIsToldToAllAndItsPlaceIsFree() {
        var first = ask("a", 1);
        var second = ask("b", 1);
        Objects.requireNonNull(answering.remove(1)).fail(new Unavailable("the database"));
        first.assertFailedWith(Unavailable.class);
        second.assertFailedWith(Unavailable.class);
        assertThat(questions.running()).isZero();
        assertThat(alarms).isEmpty();
    }

    @Test
    void whatCannotEvenBeginIsAFailureToo() {
        ExpensiveQuestion<String> broken =
                new ExpensiveQuestion<>(
                        "recount",
                        List.of(),
                        () -> {
                            throw new Unavailable("the database");
                        });
        questions
                .ask("a", broken)
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .assertFailedWith(Unavailable.class);
        assertThat(questions.running()).isZero();
    }
}
