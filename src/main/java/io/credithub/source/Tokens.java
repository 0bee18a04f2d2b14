package io.credithub.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.credithub.flow.Unavailable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Access tokens by OAuth2 client credentials, one per feed, kept until shortly before their end.
///
/// Camel's own OAuth2 options are not used: they carry the secret in the endpoint's address, and a
/// token that the source has revoked would be sent until it expires.
@Singleton
public final class Tokens {
    private static final int MARGIN_SECONDS = 5;
    private static final int DEFAULT_SECONDS = 60;
    private static final int SECONDS_MAX = 24 * 60 * 60;

    private final HttpClient client;
    private final InstantSource clock;
    private final JsonMapper json = new JsonMapper();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    @Inject
    public Tokens() {
        this(InstantSource.system());
    }

    Tokens(InstantSource clock) {
        this.clock = clock;
        this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private record Token(String value, Instant until) {
        @Override
        public String toString() {
            return "Token[until=" + until + "]";
        }
    }

    /// The value of the header; empty for a source that asks for none.
    ///
    /// @throws Unavailable if none can be had now
    Optional<String> bearer(String feed, SourceConfig.Feed settings) {
        if (settings.tokenUrl().isEmpty()) return Optional.empty();
        Token held = tokens.get(feed);
        if (held == null || !clock.instant().isBefore(held.until)) {
            held = fetch(settings, settings.tokenUrl().get());
            tokens.put(feed, held);
        }
        return Optional.of("Bearer " + held.value);
    }

    void forget(String feed) {
        tokens.remove(feed);
    }

    private Token fetch(SourceConfig.Feed settings, String address) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address))
                        .timeout(settings.pageTimeout())
                        .header("Authorization", "Basic " + credentials(settings))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "application/json")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                        .build();
        try {
            return token(client.send(request, BodyHandlers.ofString()));
        } catch (IOException failure) {
            throw new Unavailable("the authorisation server", failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Unavailable("the authorisation server", stopping);
        }
    }

    /// Nothing of the answer is quoted: it holds the token.
    private Token token(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new Unavailable("the authorisation server answers " + response.statusCode());
        }
        JsonNode answer = read(response.body());
        String value = answer.path("access_token").asText("");
        if (value.isEmpty()) throw new Unavailable("the authorisation server gives no token");
        int seconds = answer.path("expires_in").asInt(DEFAULT_SECONDS);
        int kept = Math.clamp(seconds - MARGIN_SECONDS, 1, SECONDS_MAX);
        return new Token(value, clock.instant().plusSeconds(kept));
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (IOException wrong) {
            throw new Unavailable("the authorisation server does not answer in JSON");
        }
    }

    /// As RFC 6749, 2.3.1 says: both parts form-encoded before they are joined.
    private static String credentials(SourceConfig.Feed settings) {
        String pair = encoded(settings.clientId().orElse("")) + ":" + encoded(secret(settings));
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String secret(SourceConfig.Feed settings) {
        if (settings.clientSecretFile().isEmpty()) return settings.clientSecret().orElse("");
        try {
            return Files.readString(settings.clientSecretFile().get()).strip();
        } catch (IOException unreadable) {
            throw new Unavailable("the file with the client secret", unreadable);
        }
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }
}
