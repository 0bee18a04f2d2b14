package io.credithub.app.work;

import io.credithub.flow.load.ExpensiveQuestions;
import io.credithub.flow.load.ExpensiveQuestions.QuestionBounds;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Wires what bounds expensive questions, and tells of it: `hub.questions.running`,
/// `hub.questions.waiting`, `hub.questions.callers` who have no answer yet, and
/// `hub.questions.begun` since the start.
final class QuestionBeans {
    @Produces
    @Singleton
    QuestionBounds bounds(QuestionConfig config) {
        return new QuestionBounds(
                config.atOnce(),
                config.perKey(),
                config.waitingMax(),
                config.waitMax(),
                config.runMax());
    }

    @Produces
    @Singleton
    ExpensiveQuestions questions(QuestionBounds bounds) {
        return new ExpensiveQuestions(bounds, QuestionBeans::after);
    }

    private static Runnable after(Duration time, Runnable ring) {
        Future<?> ringing =
                Infrastructure.getDefaultWorkerPool()
                        .schedule(ring, time.toMillis(), TimeUnit.MILLISECONDS);
        return () -> ringing.cancel(false);
    }

    void atStart(
            @Observes StartupEvent started, ExpensiveQuestions questions, MeterRegistry metrics) {
        Gauge.builder("hub.questions.running", questions, ExpensiveQuestions::running)
                .register(metrics);
        Gauge.builder("hub.questions.waiting", questions, ExpensiveQuestions::waiting)
                .register(metrics);
        Gauge.builder("hub.questions.callers", questions, ExpensiveQuestions::callers)
                .register(metrics);
        FunctionCounter.builder("hub.questions.begun", questions, ExpensiveQuestions::begun)
                .register(metrics);
    }
}
