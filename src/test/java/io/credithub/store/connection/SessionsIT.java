package io.credithub.store.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.testing.AtOnce;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class SessionsIT {
    @Inject Sessions sessions;

    @Test
    void twoQuestionsOfOneRequestHaveSessionsOfTheirOwn() throws Throwable {
        List<Session> two =
                VertxContextSupport.subscribeAndAwait(
                        () -> Uni.join().all(asked(), asked()).andFailFast());
        assertThat(two.getFirst()).isNotSameAs(two.getLast());
    }

    @Test
    void theAnswerComesBackToWhereItWasAskedFor() throws Throwable {
        boolean isBack =
                VertxContextSupport.subscribeAndAwait(() -> {
                    Context asker = Vertx.currentContext();
                    return asked().map(_ -> asker.equals(Vertx.currentContext()));
                });
        assertThat(isBack).isTrue();
    }

    @Test
    void whoeverHasNoContextIsAnsweredToo() {
        assertThat(AtOnce.told(_ -> asked())).doesNotHaveDuplicates();
    }

    private Uni<Session> asked() {
        return sessions.read(session ->
                session.createNativeQuery("select cast(pg_sleep(0.05) as text)", String.class)
                        .getSingleResult()
                        .replaceWith(session));
    }
}
