package io.credithub.source.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.delivery.Declared;
import io.credithub.flow.delivery.Delivery;
import io.credithub.flow.delivery.Receipt;
import io.credithub.flow.feed.FeedLease;
import io.credithub.flow.feed.FeedLeases;
import io.credithub.flow.reading.Content;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Pushes by the project's own route, while landing takes its time.
final class PushWithoutWaitingTest {
    private static final Path ROUTES =
            Path.of(System.getProperty("hub.project", ".")).resolve("routes");
    private static final int PUSHES = 200;
    private static final int PATIENCE_SECONDS = 60;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final ExecutorService onlyWorker = Executors.newSingleThreadExecutor();
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws IOException {
        camel.close();
        onlyWorker.shutdownNow();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aPushHoldsNoWorkerWhileItLands() throws Exception {
        List<UniEmitter<? super Receipt>> landing = new CopyOnWriteArrayList<>();
        CountDownLatch underWay = new CountDownLatch(PUSHES);
        RouteLanding bean =
                new RouteLanding(
                        new NeverPaused(),
                        _ ->
                                Uni.createFrom()
                                        .emitter(one -> {
                                            landing.add(one);
                                            underWay.countDown();
                                        }),
                        new ReactiveBridge(vertx));
        camel.getRegistry().bind("landing", bean);
        for (String file : List.of("on-failure", "push", "vendor-push")) load(file);
        camel.start();
        try (ProducerTemplate template = camel.createProducerTemplate()) {
            RoutePush push = new RoutePush(template, onlyWorker, Duration.ofSeconds(1));
            List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
            for (int number = 0; number < PUSHES; number++) {
                receipts.add(push.push(delivery(number)).subscribeAsCompletionStage());
            }
            assertThat(underWay.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("all are under way, by one worker: %d are not", underWay.getCount())
                    .isTrue();
            assertThat(onlyWorker.submit(() -> "free").get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isEqualTo("free");
            assertThat(receipts).noneMatch(CompletableFuture::isDone);
            for (int number = 0; number < PUSHES; number++) {
                landing.get(number).complete(receipt(number));
            }
            assertThat(receipts)
                    .allSatisfy(one ->
                            assertThat(one.get(PATIENCE_SECONDS, TimeUnit.SECONDS).feed())
                                    .isEqualTo("vendor-push"));
        }
    }

    private void load(String file) throws Exception {
        String path = "file:" + ROUTES.resolve(file + ".camel.yaml");
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.resolveResource(camel, path));
    }

    private static Delivery delivery(int number) {
        String reference = String.valueOf(number);
        Content empty = Content.of(new byte[0]);
        return new Delivery("vendor-push", reference, empty, null, Declared.NOTHING, null, null);
    }

    private static Receipt receipt(int number) {
        return new Receipt(number, "vendor-push", "", 0, 1, Instant.EPOCH, false, null);
    }

    /// No feed is paused, and nobody polls.
    private static final class NeverPaused implements FeedLeases {
        @Override
        public Uni<Optional<Pause>> pause(String feed) {
            return Uni.createFrom().item(Optional.empty());
        }

        @Override
        public Uni<Void> register(Collection<String> feeds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Optional<FeedLease>> hold(String feed, String owner, Duration term) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Void> renew(FeedLease lease, Duration term) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Void> began(FeedLease lease) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Void> succeeded(FeedLease lease) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Void> failed(FeedLease lease, String error, Instant retryAt) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Void> release(String owner) {
            throw new UnsupportedOperationException();
        }
    }
}
