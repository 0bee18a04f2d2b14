package io.credithub.flow.access;

import io.credithub.flow.result.FailureKind;
import io.credithub.flow.result.Unavailable;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/// Many small questions as few large ones. One is on its way at a time; whoever comes meanwhile
/// goes with the next, so that each answer tells what is true after its question was put. Nothing
/// is remembered.
///
/// @param <Q> a question
/// @param <A> its answer
public final class Gathering<Q, A> {
    /// Questions that go together.
    private static final int TOGETHER_MAX = 500;

    /// Questions that wait. More are those of a hub that has no answer for any.
    private static final int WAITING_MAX = 20_000;

    private final Function<List<Q>, Uni<List<A>>> asked;
    private final String what;
    private final Duration most;
    private final Deque<WaitingLine<Q, A>> waiting = new ArrayDeque<>();
    private boolean isAsking;

    private record WaitingLine<Q, A>(Q question, UniEmitter<? super A> answer) {}

    /// @param what is asked: names it where there is no answer
    /// @param most how long one answer may take; the next questions do not wait longer for it
    /// @param asked gives one answer for each question, in their order
    public Gathering(String what, Duration most, Function<List<Q>, Uni<List<A>>> asked) {
        this.what = what;
        this.most = most;
        this.asked = asked;
    }

    /// Fails with [Unavailable] if there is no answer in time, and as the large question fails.
    public Uni<A> ask(Q question) {
        return Uni.createFrom()
                .emitter(answer -> {
                    if (take(new WaitingLine<>(question, answer))) next();
                    else answer.fail(unavailable());
                });
    }

    private synchronized boolean take(WaitingLine<Q, A> one) {
        return waiting.size() < WAITING_MAX && waiting.add(one);
    }

    private void next() {
        List<WaitingLine<Q, A>> batch = batch();
        if (batch.isEmpty()) return;
        Uni.createFrom()
                .deferred(() -> asked.apply(batch.stream().map(WaitingLine::question).toList()))
                .ifNoItem()
                .after(most)
                .failWith(this::unavailable)
                .subscribe()
                .with(answers -> tell(batch, answers), failure -> fail(batch, failure));
    }

    private synchronized List<WaitingLine<Q, A>> batch() {
        if (isAsking || waiting.isEmpty()) return List.of();
        isAsking = true;
        List<WaitingLine<Q, A>> batch = new ArrayList<>();
        while (batch.size() < TOGETHER_MAX && !waiting.isEmpty()) batch.add(waiting.remove());
        return batch;
    }

    private void tell(List<WaitingLine<Q, A>> batch, List<A> answers) {
        done();
        for (int i = 0; i < batch.size(); i++) batch.get(i).answer().complete(answers.get(i));
    }

    /// An outage is one for all who wait: the next question would take as long to come to nothing.
    private void fail(List<WaitingLine<Q, A>> batch, Throwable failure) {
        List<WaitingLine<Q, A>> told = new ArrayList<>(batch);
        if (FailureKind.isOutage(failure)) told.addAll(all());
        done();
        told.forEach(one -> one.answer().fail(failure));
    }

    private synchronized List<WaitingLine<Q, A>> all() {
        List<WaitingLine<Q, A>> all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }

    /// The next first: those who are told now do their work in this very thread.
    private void done() {
        synchronized (this) {
            isAsking = false;
        }
        next();
    }

    private Unavailable unavailable() {
        return new Unavailable(what);
    }
}
