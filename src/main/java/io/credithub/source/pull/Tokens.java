package io.credithub.source.pull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.credithub.domain.Narrow;
import io.credithub.flow.result.Unavailable;
import io.credithub.source.poll.Exchanges;
import io.credithub.source.poll.SourceConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;

/// Access tokens by OAuth2 client credentials, one per feed, kept until shortly before their end.
///
/// Camel's own OAuth2 options are not used: they carry the secret in the endpoint's address, and a
/// token that the source has revoked would be sent until it expires.
@Singleton
public final class Tokens {
    private static final int ANSWER_BYTES_MAX = 64 * 1024;
    private static final String FORM = "application/x-www-form-urlencoded";

    /// What may stand in a header: anything else would end it and begin another.
    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e]{1,16384}");

    private static final int MARGIN_SECONDS = 5;
    private static final int DEFAULT_SECONDS = 60;
    private static final int SECONDS_MAX = 24 * 60 * 60;

    private final Exchanges exchanges;
    private final InstantSource clock;
    private final JsonMapper json = new JsonMapper();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    @Inject
    Tokens(Exchanges exchanges) {
        this(exchanges, InstantSource.system());
    }

    Tokens(Exchanges exchanges, InstantSource clock) {
        this.exchanges = exchanges;
        this.clock = clock;
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
            held = fetch(feed, settings, settings.tokenUrl().get());
            tokens.put(feed, held);
        }
        return Optional.of("Bearer " + held.value);
    }

    void forget(String feed) {
        tokens.remove(feed);
    }

    private Token fetch(String feed, SourceConfig.Feed settings, String address) {
        HttpPost request = new HttpPost(URI.create(address));
        request.setHeader("Authorization", "Basic " + credentials(settings));
        request.setHeader("Content-Type", "application/x-www-form-urlencoded");
        request.setHeader("Accept", "application/json");
        request.setEntity(
                new StringEntity("grant_type=client_credentials", ContentType.parse(FORM)));
        HttpClientBuilder bounded = HttpClientBuilder.create();
        client(feed, settings).configureHttpClient(bounded);
        try (CloseableHttpClient client = bounded.build()) {
            return client.execute(request, this::token);
        } catch (IOException failure) {
            throw new Unavailable("the authorisation server", failure);
        }
    }

    private SourceClient client(String feed, SourceConfig.Feed settings) {
        String what = "an access token's answer beyond 64 KiB";
        return new SourceClient(exchanges, feed, what, ANSWER_BYTES_MAX, settings.pageTimeout());
    }

    /// Nothing of the answer is quoted: it holds the token.
    private Token token(ClassicHttpResponse response) throws IOException {
        if (response.getCode() != 200) {
            throw new Unavailable("the authorisation server answers " + response.getCode());
        }
        JsonNode answer = read(EntityUtils.toByteArray(response.getEntity()));
        String value = answer.path("access_token").asText("");
        if (value.isEmpty()) throw new Unavailable("the authorisation server gives no token");
        if (!PLAIN.matcher(value).matches()) {
            throw new Unavailable("the authorisation server gives a token that is none");
        }
        return new Token(value, clock.instant().plusSeconds(kept(answer.path("expires_in"))));
    }

    /// Some write it as text. What is no number of seconds counts as the shortest.
    private static long kept(JsonNode expires) {
        if (expires.isMissingNode() || expires.isNull()) return DEFAULT_SECONDS - MARGIN_SECONDS;
        double seconds = expires.asDouble(0);
        return Narrow.whole(Math.clamp(seconds - MARGIN_SECONDS, 1, SECONDS_MAX));
    }

    private JsonNode read(byte[] body) {
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
