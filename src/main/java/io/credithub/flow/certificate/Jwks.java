package io.credithub.flow.certificate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.credithub.flow.certificate.Certificates.Published;
import io.credithub.flow.certificate.Certificates.Struck;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A set of public keys as a file (RFC 7517, RFC 8037): `{"keys":[…]}`.
///
/// @param keys in the order of the set
public record Jwks(List<JsonWebKey> keys) {
    private static final JsonMapper JSON = new JsonMapper();

    public Jwks {
        keys = List.copyOf(keys);
    }

    /// One key, with the names that RFC 7517 gives them.
    ///
    /// @param struckSince absent: it was not struck off
    public record JsonWebKey(
            String kty,
            String crv,
            String x,
            String kid,
            String use,
            String alg,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String struckSince,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String struckReason) {
        static JsonWebKey of(Published published) {
            VerificationKey key = published.key();
            Struck struck = published.struck();
            return new JsonWebKey(
                    "OKP",
                    "Ed25519",
                    key.x(),
                    key.id(),
                    "sig",
                    "EdDSA",
                    struck == null ? null : struck.since().toString(),
                    struck == null ? null : struck.reason());
        }
    }

    public static Jwks of(List<Published> keys) {
        return new Jwks(keys.stream().map(JsonWebKey::of).toList());
    }

    public String text() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a set of keys is always JSON", impossible);
        }
    }

    /// The keys of a file that are Ed25519; others are passed over.
    ///
    /// @throws IllegalArgumentException if it is no set of keys
    public static List<Published> published(String text) {
        try {
            JsonNode keys = JSON.readTree(text).path("keys");
            if (!keys.isArray()) throw new IllegalArgumentException("no keys");
            List<Published> known = new ArrayList<>();
            for (JsonNode key : keys) {
                if (!key.path("crv").asText().equals("Ed25519")) continue;
                known.add(
                        new Published(VerificationKey.ofText(key.path("x").asText()), struck(key)));
            }
            return known;
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("not JSON", notJson);
        }
    }

    private static @Nullable Struck struck(JsonNode key) {
        if (!key.has("struckSince")) return null;
        try {
            return new Struck(
                    Instant.parse(key.path("struckSince").asText()),
                    key.path("struckReason").asText());
        } catch (DateTimeParseException notAMoment) {
            throw new IllegalArgumentException("no moment", notAMoment);
        }
    }

    /// The same without what is known of them.
    ///
    /// @throws IllegalArgumentException if it is no set of keys
    public static List<VerificationKey> read(String text) {
        return published(text).stream().map(Published::key).toList();
    }
}
