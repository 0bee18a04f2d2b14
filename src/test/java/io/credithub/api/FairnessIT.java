package io.credithub.api;

import static io.credithub.api.Answers.feed;
import static io.credithub.api.Answers.operator;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.delivery.ChunkRef;
import io.credithub.flow.delivery.Declared;
import io.credithub.flow.delivery.Delivery;
import io.credithub.flow.delivery.Landing;
import io.credithub.flow.delivery.Receipt;
import io.credithub.flow.reading.Content;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Two feeds: one pushes without a pause, the other's file is done all the same.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class FairnessIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int CONNECTIONS = 12;
    private static final int RECORDS = 10 * ChunkRef.RECORDS_MAX;
    private static final String HEADER =
            "记录编号,版本,状态,教师编号,证件类型,证件号码,姓名,项目名称,培训层次,培训形式,学时,考核等级,主题,结业日期,备注\n";

    @Inject ApiKeys keys;
    @Inject Landing landing;

    private final String run = UUID.randomUUID().toString();

    @Test
    void aFileIsDoneBesideAFloodOfAnotherFeed() {
        AtomicBoolean isOver = new AtomicBoolean();
        AtomicInteger pushes = new AtomicInteger();
        RequestSpecification[] senders = new RequestSpecification[CONNECTIONS];
        for (int i = 0; i < CONNECTIONS; i++) senders[i] = feed(keys, "vendor-push");
        try (ExecutorService flood = Executors.newVirtualThreadPerTaskExecutor()) {
            for (RequestSpecification sender : senders) {
                flood.execute(() -> {
                    while (!isOver.get()) push(sender, pushes.getAndIncrement());
                });
            }
            try {
                Receipt receipt = land();
                assertThat(receipt.chunks()).isEqualTo(10);
                awaitFinished(receipt.delivery());
                assertThat(pushes.get()).as("the flood went on").isGreaterThan(CONNECTIONS);
            } finally {
                isOver.set(true);
            }
        }
    }

    private void push(RequestSpecification sender, int number) {
        String body = Answers.record("T-" + run, run + "-" + number, 10);
        sender.contentType("application/x-ndjson")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/feeds/vendor-push/deliveries");
    }

    private void awaitFinished(long delivery) {
        RequestSpecification operator = operator(keys);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String path = "/api/v1/deliveries/" + delivery;
        while (operator.get(path).jsonPath().get("finishedAt") == null) {
            assertThat(System.nanoTime()).as("finished in time").isLessThan(deadline);
        }
    }

    /// Rows that nobody understands: they are read, judged and posted as rejected.
    private Receipt land() {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int row = 0; row < RECORDS; row++) {
            csv.append(run).append('-').append(row).append(",1,,,,,,,,,,,,,\n");
        }
        Delivery delivery =
                new Delivery(
                        "province-platform",
                        "fairness",
                        Content.of(csv.toString().getBytes(StandardCharsets.UTF_8)),
                        null,
                        Declared.NOTHING,
                        null,
                        null);
        return landing.land(delivery).await().atMost(PATIENCE);
    }
}
