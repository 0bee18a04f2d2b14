package io.credithub.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;

/// A set of public keys as a file (RFC 7517, RFC 8037): `{"keys":[…]}`.
///
/// @param keys in the order of the set
public record Jwks(List<Key> keys) {
    private static final JsonMapper JSON = new JsonMapper();

    public Jwks {
        keys = List.copyOf(keys);
    }

    /// One key, with the names that RFC 7517 gives them.
    public record Key(String kty, String crv, String x, String kid, String use, String alg) {
        static Key of(VerificationKey key) {
            return new Key("OKP", "Ed25519", key.x(), key.id(), "sig", "EdDSA");
        }
    }

    public static Jwks of(List<VerificationKey> keys) {
        return new Jwks(keys.stream().map(Key::of).toList());
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
    public static List<VerificationKey> read(String text) {
        try {
            JsonNode keys = JSON.readTree(text).path("keys");
            if (!keys.isArray()) throw new IllegalArgumentException("no keys");
            List<VerificationKey> known = new ArrayList<>();
            for (JsonNode key : keys) {
                if (!key.path("crv").asText().equals("Ed25519")) continue;
                known.add(VerificationKey.ofText(key.path("x").asText()));
            }
            return known;
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("not JSON", notJson);
        }
    }
}
