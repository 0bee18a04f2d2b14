package io.credithub.report.paper;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where anybody reaches the hub, as papers say it: their readers are not on its network, and scan
/// what is printed years later.
public final class PublicAddress {
    /// Papers have their code, and no address.
    public static final PublicAddress UNKNOWN = new PublicAddress(null);

    /// A code of more letters than these has modules that a phone cannot tell apart.
    private static final int LENGTH_MAX = 120;

    private final @Nullable String stem;

    private PublicAddress(@Nullable String stem) {
        this.stem = stem;
    }

    /// @param url `https://` and a host, perhaps a path before the hub's own
    /// @throws IllegalArgumentException if it is none
    public static PublicAddress of(String url) {
        try {
            URI uri = new URI(url);
            String given = Objects.requireNonNullElse(uri.getScheme(), "");
            String scheme = given.toLowerCase(Locale.ROOT);
            boolean isWeb = scheme.equals("https") || scheme.equals("http");
            boolean isPlain =
                    uri.getQuery() == null
                            && uri.getFragment() == null
                            && uri.getUserInfo() == null
                            && uri.getHost() != null;
            if (isWeb && isPlain && url.length() <= LENGTH_MAX) {
                return new PublicAddress(uri.toASCIIString().replaceAll("/+$", ""));
            }
        } catch (URISyntaxException none) {
            // the same answer
        }
        throw new IllegalArgumentException(
                "an address such as https://xuefen.example.gov.cn, without query or fragment");
    }

    /// Where a paper is verified.
    ///
    /// @return null: this hub's address is not known
    @Nullable String verify(String code) {
        return stem == null ? null : stem + "/verify/" + code;
    }

    @Override
    public String toString() {
        return String.valueOf(stem);
    }
}
