package io.credithub.security;

import io.credithub.domain.Sha256;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A key as its holder has it: `hub_<id>_<secret>`, both in lower-case hex. The secret is 256
/// random bits, so a plain hash of it tells nothing and needs no salt.
///
/// @param secret never kept by the hub
record ApiKey(String id, byte[] secret) {
    private static final Pattern TEXT = Pattern.compile("hub_([0-9a-f]{12})_([0-9a-f]{64})");
    private static final int ID_BYTES = 6;
    private static final int SECRET_BYTES = 32;

    static ApiKey draw(SecureRandom random) {
        byte[] id = new byte[ID_BYTES];
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(id);
        random.nextBytes(secret);
        return new ApiKey(HexFormat.of().formatHex(id), secret);
    }

    static Optional<ApiKey> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) return Optional.empty();
        byte[] secret = HexFormat.of().parseHex(matcher.group(2));
        return Optional.of(new ApiKey(matcher.group(1), secret));
    }

    /// What the hub keeps of it.
    byte[] hash() {
        return Sha256.of(secret);
    }

    /// The text for its holder, who sees it once.
    String text() {
        return "hub_" + id + "_" + HexFormat.of().formatHex(secret);
    }

    /// A secret is never printed.
    @Override
    public String toString() {
        return "ApiKey[" + id + "]";
    }
}
