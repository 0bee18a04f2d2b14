package io.credithub.source.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.flow.delivery.Declared;
import io.credithub.flow.delivery.Delivery;
import io.credithub.flow.reading.Content;
import io.credithub.flow.result.FailureKind;
import io.credithub.flow.result.Unavailable;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.io.IOException;
import java.time.Duration;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RoutePushTest {
    private static final Duration STARTING_MAX = Duration.ofSeconds(1);

    private final DefaultCamelContext camel = new DefaultCamelContext();

    @AfterEach
    void close() throws IOException {
        camel.close();
    }

    @Test
    void aMistakeWhileLandingIsToldAsWhatItIs() throws Exception {
        NullPointerException mistake = new NullPointerException();
        assertThatThrownBy(() -> pushInto(mistake)).isSameAs(mistake);
    }

    @Test
    void anOutageIsToldAsAnOutage() throws Exception {
        assertThatThrownBy(() -> pushInto(new Unavailable("the database")))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void aRouteThatIsNotThereYetIsAnOutage() {
        camel.getComponent("direct", DirectComponent.class).setBlock(false);
        camel.start();
        assertThatThrownBy(this::push)
                .matches(FailureKind::isOutage)
                .hasMessageContaining("the route of the feed");
    }

    @Test
    void aRouteThatIsBeingStartedTakesThePush() throws Exception {
        camel.getComponent("direct", DirectComponent.class).setBlock(false);
        camel.addRoutes(
                new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:vendor-push")
                                .autoStartup(false)
                                .routeId("late")
                                .process(exchange -> exchange.getMessage().setBody(null));
                    }
                });
        camel.start();
        Uni<Void> late =
                Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .by(Duration.ofMillis(150))
                        .invoke(this::startLate);
        late.subscribe().with(_ -> {}, failure -> {});
        push();
    }

    private void startLate() {
        try {
            camel.getRouteController().startRoute("late");
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void pushInto(RuntimeException failure) throws Exception {
        camel.addRoutes(
                new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:vendor-push")
                                .process(_ -> {
                                    throw failure;
                                });
                    }
                });
        camel.start();
        push();
    }

    private void push() {
        Delivery delivery =
                new Delivery(
                        "vendor-push",
                        "1",
                        Content.of(new byte[0]),
                        null,
                        Declared.NOTHING,
                        null,
                        null);
        try (ProducerTemplate template = camel.createProducerTemplate()) {
            assertThat(
                            new RoutePush(
                                            template,
                                            Infrastructure.getDefaultWorkerPool(),
                                            STARTING_MAX)
                                    .push(delivery)
                                    .await()
                                    .atMost(Duration.ofSeconds(60)))
                    .isNull();
        } catch (IOException closing) {
            throw new AssertionError(closing);
        }
    }
}
