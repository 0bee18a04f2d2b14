package io.credithub.demo.source;

import io.credithub.demo.model.SeededRandom;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Hands out access tokens for client credentials, each good for five minutes.
final class TokenServer {
    static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final String BEARER = "Bearer ";
    private final String credentials;
    private final InstantSource clock;
    private final AtomicLong given = new AtomicLong();
    private final Map<String, Instant> expiries = new ConcurrentHashMap<>();

    TokenServer(String clientId, String clientSecret, InstantSource clock) {
        this.credentials = clientId + ":" + clientSecret;
        this.clock = clock;
    }

    /// @param authorization HTTP Basic; empty where the client sent none
    /// @return nothing for a client that is not known
    Optional<String> token(String authorization) {
        byte[] expected = ("Basic " + encoded(credentials)).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, authorization.getBytes(StandardCharsets.UTF_8))) {
            return Optional.empty();
        }
        String token = "demo-" + Long.toHexString(SeededRandom.mixed(given.incrementAndGet()));
        expiries.put(token, clock.instant().plus(LIFETIME));
        return Optional.of(token);
    }

    /// As [#token], for a client that writes id and secret into the form.
    Optional<String> token(String clientId, String clientSecret) {
        return token("Basic " + encoded(clientId + ":" + clientSecret));
    }

    boolean knows(String authorization) {
        if (!authorization.startsWith(BEARER)) return false;
        Instant expiry = expiries.get(authorization.substring(BEARER.length()));
        return expiry != null && clock.instant().isBefore(expiry);
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
