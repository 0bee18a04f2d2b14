package io.credithub.app.health;

import io.quarkus.vertx.http.HttpServer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;

/// Asks the hub's own front port as a caller would: a server that is closed or stands still does
/// not answer, whatever the rest of the hub thinks of itself.
@Singleton
class FrontPort {
    private static final int MILLIS_MAX = Math.toIntExact(Bounded.MOST.toMillis());
    private static final String ANY_ADDRESS = "0.0.0.0";

    private final HttpClient client;
    private final Supplier<Address> address;

    /// @param isTls whether it speaks TLS; the certificate is another's to judge
    record Address(String host, int port, boolean isTls) {}

    @Inject
    FrontPort(Vertx vertx, HttpServer server, Config config) {
        this(vertx, () -> address(server, config));
    }

    FrontPort(Vertx vertx, Supplier<Address> address) {
        this.address = address;
        this.client =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setKeepAlive(false)
                                .setTrustAll(true)
                                .setVerifyHost(false)
                                .setConnectTimeout(MILLIS_MAX));
    }

    private static Address address(HttpServer server, Config config) {
        String host = config.getOptionalValue("quarkus.http.host", String.class).orElse("");
        boolean isAny = host.isEmpty() || host.equals(ANY_ADDRESS);
        boolean isTls = server.getPort() < 0;
        int port = isTls ? server.getSecurePort() : server.getPort();
        return new Address(isAny ? "127.0.0.1" : host, port, isTls);
    }

    /// @return the status of an answer, whichever; fails within two seconds if there is none
    Uni<Integer> ask() {
        Address at = address.get();
        RequestOptions request =
                new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setHost(at.host())
                        .setPort(at.port())
                        .setSsl(at.isTls())
                        .setURI("/about")
                        .setTimeout(MILLIS_MAX);
        return Bounded.stage(() ->
                client.request(request)
                        .compose(HttpClientRequest::send)
                        .map(answer -> answer.statusCode())
                        .toCompletionStage());
    }
}
