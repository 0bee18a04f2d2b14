package io.credithub.api.parameter;

import io.credithub.flow.load.ExpensiveQuestions;
import io.credithub.flow.load.ExpensiveQuestions.ExpensiveQuestion;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;

/// The way of callers to what reads much of the registry: a recount, a list of differences.
///
/// When a connection is closed, the framework cancels what its request waits for.
@Singleton
public final class QuestionDoor {
    private final ExpensiveQuestions questions;
    private final Callers callers;

    QuestionDoor(ExpensiveQuestions questions, Callers callers) {
        this.questions = questions;
        this.callers = callers;
    }

    /// @param kind has one type of answer
    /// @param about everything that the answer depends on, the caller's view among it
    /// @param answer knows nothing of the request: others may be given it too
    public <T> Uni<T> ask(String kind, List<?> about, Supplier<Uni<T>> answer) {
        return questions.ask(callers.caller().key(), new ExpensiveQuestion<>(kind, about, answer));
    }
}
