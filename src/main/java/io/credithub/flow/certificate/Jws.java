package io.credithub.flow.certificate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.credithub.domain.Sha256;
import java.util.Base64;
import java.util.Collection;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwx.CompactSerializer;
import org.jose4j.jwx.HeaderParameterNames;
import org.jose4j.jwx.Headers;
import org.jose4j.lang.InvalidAlgorithmException;
import org.jose4j.lang.JoseException;

/// A signed text in one line that anybody can check: JWS compact serialization (RFC 7515) with
/// Ed25519 (`EdDSA`, RFC 8037), and nothing else: no other algorithm is ever believed.
///
/// @param keyId of the key that claims to have signed it
/// @param payload the text
/// @param signed the bytes that the signature is over
public record Jws(String keyId, String payload, String signed, String signature) {
    private static final Pattern COMPACT =
            Pattern.compile("eyJ[A-Za-z0-9_-]+\\.([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)");
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    private static final JsonMapper JSON = new JsonMapper();
    private static final AlgorithmConstraints EDDSA_ALONE =
            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA);

    /// What a check of a text finds.
    public sealed interface Check {
        record Valid(Jws jws) implements Check {}

        /// There is no signed text in it.
        record NoCode() implements Check {}

        /// None of the known keys.
        record UnknownKey(String keyId) implements Check {}

        /// Some of it was lost or replaced on its way, so that nothing can be said.
        record Damaged() implements Check {}

        /// It is whole, and the text or the signature is not what was signed.
        record Tampered() implements Check {}
    }

    /// The whole in one line.
    public String compact() {
        return signed + "." + signature;
    }

    public static Jws sign(Signing hub, String payload) {
        Signing signing = hub.now();
        String keyId = signing.published().id();
        Headers header = new Headers(); // in this order, byte by byte
        header.setStringHeaderValue(HeaderParameterNames.ALGORITHM, AlgorithmIdentifiers.EDDSA);
        header.setStringHeaderValue(HeaderParameterNames.KEY_ID, keyId);
        header.setStringHeaderValue(HeaderParameterNames.TYPE, "JOSE");
        String signed =
                CompactSerializer.serialize(
                        header.getEncodedHeader(), encode(payload.getBytes(UTF_8)));
        byte[] signature = signing.sign(signed.getBytes(US_ASCII));
        return new Jws(keyId, payload, signed, encode(signature));
    }

    /// @param text that holds a signed text somewhere, wrapped and quoted as mail does it
    /// @return of several, the first that is valid, else what is wrong with the first
    public static Check check(String text, Collection<VerificationKey> keys) {
        Check first = new Check.NoCode();
        for (MailedCode code : MailedCode.in(text)) {
            Check check = check(code, keys);
            if (check instanceof Check.Valid) return check;
            if (first instanceof Check.NoCode) first = check;
        }
        return first;
    }

    private static Check check(MailedCode code, Collection<VerificationKey> keys) {
        String whole = code.text();
        if (whole == null) return new Check.Damaged();
        String signed = whole.substring(0, whole.lastIndexOf('.'));
        String[] parts = whole.split("\\.", -1);
        try {
            Headers header = new Headers();
            header.setFullHeaderAsJsonString(new String(DECODER.decode(parts[0]), UTF_8));
            if (!isBelieved(header)) return new Check.NoCode();
            String keyId = text(header, HeaderParameterNames.KEY_ID);
            String payload = new String(DECODER.decode(parts[1]), UTF_8);
            JSON.readTree(payload); // a piece that is missing makes it no JSON
            Jws jws = new Jws(keyId, payload, signed, parts[2]);
            for (VerificationKey key : keys) {
                if (!key.id().equals(keyId)) continue;
                if (jws.isSignedBy(key)) return new Check.Valid(jws);
                return code.isInOnePiece() ? new Check.Tampered() : new Check.Damaged();
            }
            return new Check.UnknownKey(keyId);
        } catch (JoseException | JsonProcessingException | IllegalArgumentException broken) {
            return new Check.Damaged();
        }
    }

    /// What a header declares critical is not understood here, so that nothing rests on it.
    private static boolean isBelieved(Headers header) {
        try {
            EDDSA_ALONE.checkConstraint(text(header, HeaderParameterNames.ALGORITHM));
            return header.getObjectHeaderValue(HeaderParameterNames.CRITICAL) == null;
        } catch (InvalidAlgorithmException another) {
            return false;
        }
    }

    private static String text(Headers header, String name) {
        return Objects.toString(header.getObjectHeaderValue(name), "");
    }

    private boolean isSignedBy(VerificationKey key) {
        byte[] bytes = DECODER.decode(signature);
        return encode(bytes).equals(signature) && key.hasSigned(signed.getBytes(US_ASCII), bytes);
    }

    /// What a code says that is known to be genuine.
    ///
    /// @throws IllegalArgumentException if it is no code
    public static String payloadOf(String compact) {
        Matcher found = COMPACT.matcher(compact);
        if (!found.matches()) throw new IllegalArgumentException("not a signed text");
        return new String(DECODER.decode(found.group(1)), UTF_8);
    }

    /// Names this very signing, and tells nothing of what was signed: SHA-256 of the signature,
    /// hex.
    public String fingerprint() {
        return Sha256.hex(DECODER.decode(signature));
    }

    private static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /// What was signed may name a person.
    @Override
    public String toString() {
        return "Jws[" + keyId + "]";
    }
}
