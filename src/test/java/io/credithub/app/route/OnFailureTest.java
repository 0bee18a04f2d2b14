package io.credithub.app.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.result.FailureKind;
import io.credithub.flow.result.LeaseLost;
import io.credithub.flow.result.OverTime;
import io.credithub.flow.result.StoreFailure;
import io.credithub.flow.result.Unavailable;
import io.credithub.source.poll.Busy;
import io.credithub.source.poll.DeliveryRefused;
import io.credithub.source.pull.SignInAgain;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.charset.MalformedInputException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// `routes/on-failure.camel.yaml` as it is: which step is taken for what was thrown.
final class OnFailureTest {
    private static final Path FILE =
            Path.of(System.getProperty("hub.project", ".")).resolve("routes/on-failure.camel.yaml");

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Steps steps = new Steps();
    private Throwable thrown = new IllegalStateException();

    /// The beans' steps, noted instead of taken.
    public static final class Steps {
        private String taken = "";

        public boolean willPass(Exchange exchange) {
            return FailureKind.isOutage(
                    exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
        }

        public void leave() {
            taken += "leave";
        }

        public void signInAgain() {
            taken += "signInAgain";
        }

        public void waitAsAsked() {
            taken += "waitAsAsked";
        }

        public void retry() {
            taken += "retry";
        }

        public void park() {
            taken += "park";
        }

        public void giveUp() {
            taken += "giveUp";
        }

        public void report() {
            taken += "report";
        }

        public void land() {
            taken += " land";
        }
    }

    @BeforeEach
    void load() throws Exception {
        for (String bean : RouteBeans.METHODS.keySet()) camel.getRegistry().bind(bean, steps);
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(ResourceHelper.resolveResource(camel, "file:" + FILE));
        camel.addRoutes(
                new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:pull")
                                .routeConfigurationId("retry-for-ever")
                                .process(OnFailureTest.this::fail)
                                .to("bean:pull?method=land");
                        from("direct:drop")
                                .routeConfigurationId("retry-then-park")
                                .process(OnFailureTest.this::fail);
                    }
                });
        camel.start();
    }

    @AfterEach
    void close() throws IOException {
        camel.close();
    }

    private void fail(Exchange exchange) {
        exchange.setException(thrown);
    }

    @Test
    void whatIsThrownDecidesByItsType() {
        Map<Throwable, String> pulled = new LinkedHashMap<>();
        Map<Throwable, String> dropped = new LinkedHashMap<>();
        pulled.put(new LeaseLost("f", 1), "leave");
        dropped.put(new LeaseLost("f", 1), "leave");
        pulled.put(new SignInAgain(), "signInAgain land");
        pulled.put(new Busy(429, Duration.ZERO), "waitAsAsked");
        dropped.put(new DeliveryRefused(DeliveryRefused.Reason.NO_MANIFEST), "park");
        dropped.put(
                new CompletionException(new DeliveryRefused(DeliveryRefused.Reason.TOO_MANY)),
                "park");
        pulled.forEach((failure, step) -> assertThat(step("pull", failure)).isEqualTo(step));
        dropped.forEach((failure, step) -> assertThat(step("drop", failure)).isEqualTo(step));
    }

    @Test
    void anOutageIsTriedAgainWhateverCarriesIt() {
        for (Throwable failure : failures()) {
            boolean isOutage = FailureKind.isOutage(failure);
            String told = String.valueOf(failure);
            assertThat(step("pull", failure)).as(told).isEqualTo(isOutage ? "retry" : "report");
            assertThat(step("drop", failure)).as(told).isEqualTo(isOutage ? "retry" : "giveUp");
        }
    }

    @Test
    void aBugBeforeThereIsAFileParksNothing() {
        thrown = new IllegalStateException("in the folder");
        try (ProducerTemplate template = camel.createProducerTemplate()) {
            template.sendBody("direct:drop", "");
        } catch (IOException closing) {
            throw new AssertionError(closing);
        }
        assertThat(steps.taken).isEqualTo("report");
    }

    /// Of each kind some, bare and carried.
    private static Iterable<Throwable> failures() {
        return List.of(
                new Unavailable("the source"),
                new Unavailable("the source", new IllegalStateException()),
                new Unavailable("the source", new NullPointerException()),
                new Unavailable("the source", new MalformedInputException(1)),
                new ConnectException(),
                new SocketTimeoutException(),
                new NoSuchFileException("folder"),
                new CompletionException(new SSLHandshakeException("certificate")),
                new RuntimeException(new SSLHandshakeException("certificate")),
                new IllegalStateException(new ConnectException()),
                new ZipException(),
                new MalformedInputException(1),
                new CompletionException(new MalformedInputException(1)),
                new StoreFailure("57P01", "", new IllegalStateException()),
                new StoreFailure("23514", "completion", new IllegalStateException()),
                new StoreFailure("42601", "", new IOException()),
                new SQLException("gone", "08006"),
                new SQLException("wrong", "42601"),
                new TimeoutException(),
                new io.smallrye.mutiny.TimeoutException(),
                new RejectedExecutionException(),
                new CancellationException(),
                new OverTime(Duration.ZERO, new StackTraceElement[0]),
                new IllegalArgumentException(),
                new NullPointerException(),
                new StackOverflowError(),
                new NoClassDefFoundError());
    }

    private String step(String route, Throwable failure) {
        thrown = failure;
        steps.taken = "";
        try (ProducerTemplate template = camel.createProducerTemplate()) {
            Exchange done =
                    template.send(
                            "direct:" + route, exchange -> exchange.setProperty("drop", "a.csv"));
            assertThat(done.getException()).as(String.valueOf(failure)).isNull();
        } catch (IOException closing) {
            throw new AssertionError(closing);
        }
        return steps.taken;
    }
}
