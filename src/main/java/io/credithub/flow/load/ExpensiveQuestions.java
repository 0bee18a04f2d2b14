package io.credithub.flow.load;

import io.credithub.flow.load.QuestionRefused.RefusedQuestionReason;
import io.credithub.flow.result.Unavailable;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Answers what reads much of the registry: few questions at a time, the others in the order in
/// which they came, and none that nobody waits for any more.
///
/// Who asks what is being answered, or waits to be, is given that answer: it is as of the moment at
/// which the first one's answer was begun. Once all who asked have gone, a question that waits is
/// dropped, and one that is being answered is cancelled.
///
/// Safe for several threads.
public final class ExpensiveQuestions {
    /// @param atOnce how many are answered at a time
    /// @param perOwner how many one owner may have begun that are not answered
    /// @param waitingMax how many wait
    /// @param waitMax how long one waits
    /// @param runMax how long one is being answered
    public record QuestionBounds(
            int atOnce, int perOwner, int waitingMax, Duration waitMax, Duration runMax) {}

    /// @param kind has one type of answer
    /// @param about what tells questions of a kind apart: scope and parameters
    /// @param answer begins to answer it; ends when it is cancelled
    public record ExpensiveQuestion<T>(String kind, List<?> about, Supplier<Uni<T>> answer) {}

    /// Rings once, some time later.
    @FunctionalInterface
    public interface Timer {
        /// @return calls it off
        Runnable after(Duration time, Runnable ring);
    }

    private record QuestionKey(String kind, List<?> about) {}

    private final QuestionBounds bounds;
    private final Timer timer;
    private final Map<QuestionKey, PendingQuestion<?>> open = new HashMap<>();
    private final Queue<PendingQuestion<?>> waiting = new ArrayDeque<>();
    private int running;
    private long begun;

    public ExpensiveQuestions(QuestionBounds bounds, Timer timer) {
        this.bounds = bounds;
        this.timer = timer;
    }

    public synchronized int running() {
        return running;
    }

    public synchronized int waiting() {
        return waiting.size();
    }

    /// How many who asked have not been answered.
    public synchronized int callers() {
        return open.values().stream().mapToInt(asked -> asked.callers.size()).sum();
    }

    /// How many answers were begun so far.
    public synchronized long begun() {
        return begun;
    }

    /// Fails with [QuestionRefused] if there is no place for it, or none becomes free in time, and
    /// as [Unavailable] if the answer takes too long.
    ///
    /// @param owner who asks: only places are counted by it, whoever asks the same shares
    public <T> Uni<T> ask(String owner, ExpensiveQuestion<T> question) {
        return Uni.createFrom()
                .emitter(caller -> {
                    PendingQuestion<T> asked = take(owner, question, caller);
                    caller.onTermination(() -> leave(asked, caller));
                    pump();
                });
    }

    private synchronized <T> PendingQuestion<T> take(
            String owner, ExpensiveQuestion<T> question, UniEmitter<? super T> caller) {
        QuestionKey key = new QuestionKey(question.kind(), question.about());
        @SuppressWarnings("unchecked") // a kind has one type of answer
        @Nullable PendingQuestion<T> same = (PendingQuestion<T>) open.get(key);
        PendingQuestion<T> asked = same == null ? open(owner, key, question) : same;
        asked.callers.put(caller, owner);
        return asked;
    }

    private <T> PendingQuestion<T> open(
            String owner, QuestionKey key, ExpensiveQuestion<T> question) {
        long own = open.values().stream().filter(asked -> asked.isOf(owner)).count();
        if (own >= bounds.perOwner())
            throw new QuestionRefused(RefusedQuestionReason.OWNERS_PLACES);
        if (waiting.size() >= bounds.waitingMax() && running >= bounds.atOnce()) {
            throw new QuestionRefused(RefusedQuestionReason.ALL_PLACES);
        }
        PendingQuestion<T> asked = new PendingQuestion<>(key, question);
        open.put(key, asked);
        waiting.add(asked);
        asked.callOff = timer.after(bounds.waitMax(), () -> waitedTooLong(asked));
        return asked;
    }

    /// Begins what there are places for.
    private void pump() {
        for (PendingQuestion<?> next = next(); next != null; next = next()) begin(next);
    }

    private synchronized @Nullable PendingQuestion<?> next() {
        if (running >= bounds.atOnce()) return null;
        PendingQuestion<?> next = waiting.poll();
        if (next == null) return null;
        next.callOff.run();
        next.callOff = timer.after(bounds.runMax(), () -> ranTooLong(next));
        next.isRunning = true;
        running++;
        begun++;
        return next;
    }

    private <T> void begin(PendingQuestion<T> asked) {
        Cancellable answering =
                Uni.createFrom()
                        .deferred(asked.question.answer()::get)
                        .subscribe()
                        .with(
                                answer -> end(asked, caller -> caller.complete(answer)),
                                failure -> end(asked, caller -> caller.fail(failure)));
        boolean isUnwanted;
        synchronized (this) {
            asked.answering = answering;
            isUnwanted = asked.isOver;
        }
        if (isUnwanted) answering.cancel(); // harmless if it has ended
    }

    private <T> void end(PendingQuestion<T> asked, Consumer<UniEmitter<? super T>> tell) {
        close(asked).forEach(tell);
        pump();
    }

    private <T> void leave(PendingQuestion<T> asked, UniEmitter<? super T> caller) {
        synchronized (this) {
            if (asked.callers.remove(caller) == null || !asked.callers.isEmpty()) return;
            close(asked);
        }
        cancel(asked);
        pump();
    }

    private <T> void waitedTooLong(PendingQuestion<T> asked) {
        List<UniEmitter<? super T>> callers;
        synchronized (this) {
            if (asked.isRunning) return;
            callers = close(asked);
        }
        callers.forEach(
                caller -> caller.fail(new QuestionRefused(RefusedQuestionReason.ALL_PLACES)));
    }

    private <T> void ranTooLong(PendingQuestion<T> asked) {
        List<UniEmitter<? super T>> callers = close(asked);
        cancel(asked);
        callers.forEach(caller -> caller.fail(new Unavailable("an answer in time")));
        pump();
    }

    private void cancel(PendingQuestion<?> asked) {
        Cancellable answering;
        synchronized (this) {
            answering = asked.answering; // if it is not known yet, whoever learns of it cancels
        }
        if (answering != null) answering.cancel();
    }

    /// Once, however often it is called.
    ///
    /// @return who still waits to hear of it
    private synchronized <T> List<UniEmitter<? super T>> close(PendingQuestion<T> asked) {
        if (asked.isOver) return List.of();
        asked.isOver = true;
        asked.callOff.run();
        open.remove(asked.key);
        if (asked.isRunning) running--;
        else waiting.remove(asked);
        List<UniEmitter<? super T>> callers = new ArrayList<>(asked.callers.keySet());
        asked.callers.clear();
        return callers;
    }

    /// A question with all who wait for its answer.
    private static final class PendingQuestion<T> {
        private final QuestionKey key;
        private final ExpensiveQuestion<T> question;
        private final Map<UniEmitter<? super T>, String> callers = new HashMap<>();
        private Runnable callOff = () -> {};
        private @Nullable Cancellable answering;
        private boolean isRunning;
        private boolean isOver;

        PendingQuestion(QuestionKey key, ExpensiveQuestion<T> question) {
            this.key = key;
            this.question = question;
        }

        boolean isOf(String owner) {
            return callers.containsValue(owner);
        }
    }
}
