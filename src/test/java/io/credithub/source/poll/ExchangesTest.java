package io.credithub.source.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.flow.result.LeaseLost;
import io.credithub.flow.result.Unavailable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ExchangesTest {
    private final Exchanges exchanges = new Exchanges();

    @Test
    void whatFollowsAPromiseHasAThreadOfItsOwn() throws Exception {
        CompletableFuture<String> landing = new CompletableFuture<>();
        CompletableFuture<Thread> after =
                exchanges
                        .promised("feed", landing)
                        .thenApply(_ -> Thread.currentThread())
                        .toCompletableFuture();
        assertThat(after).isNotDone();
        landing.complete("landed");
        assertThat(after.get(60, TimeUnit.SECONDS).isVirtual()).isTrue();
    }

    @Test
    void aPromiseThatIsCalledOffIsALostLease() {
        CompletableFuture<String> waits =
                exchanges.promised("feed", new CompletableFuture<String>()).toCompletableFuture();
        exchanges.callOff("another");
        assertThat(waits).isNotDone();
        exchanges.callOff("feed");
        assertThatThrownBy(() -> waits.get(60, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(LeaseLost.class);
    }

    @Test
    void aPromiseFailsAsWhatItIs() {
        Unavailable away = new Unavailable("the database");
        CompletableFuture<String> failed =
                exchanges
                        .promised("feed", CompletableFuture.<String>failedFuture(away))
                        .toCompletableFuture();
        assertThatThrownBy(() -> failed.get(60, TimeUnit.SECONDS)).hasRootCause(away);
    }
}
