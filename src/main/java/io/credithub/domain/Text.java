package io.credithub.domain;

import java.util.Locale;

/// One sentence in the two languages of the hub. Chinese first: officials read it.
///
/// @param zh Chinese, simplified
/// @param en English
public record Text(String zh, String en) {
    /// Where nothing is said.
    public static final Text EMPTY = new Text("", "");

    /// This and more behind it.
    public Text plus(Text more) {
        return new Text(zh + more.zh, en + more.en);
    }

    /// With a capital letter where the language has them.
    public Text capital() {
        if (en.isEmpty()) return this;
        return new Text(zh, en.substring(0, 1).toUpperCase(Locale.ROOT) + en.substring(1));
    }
}
