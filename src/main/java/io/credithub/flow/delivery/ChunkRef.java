package io.credithub.flow.delivery;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A claim check for one chunk: what travels on the channels `chunks-small` and `chunks-large`.
///
/// @param feed its code: work is shared out between feeds
/// @param records how many its delivery holds; small deliveries go first
public record ChunkRef(String feed, long delivery, int chunk, int records) {
    /// Records of one chunk: long enough to be worth a transaction, short enough that a small
    /// delivery does not wait long for the ledger lock.
    public static final int RECORDS_MAX = 1_500;

    private static final Pattern TEXT = Pattern.compile("(\\d+)/(\\d+)/(\\d+)/(.+)");

    /// Whether it is all that its delivery holds.
    public boolean isWhole() {
        return records <= RECORDS_MAX;
    }

    /// As it travels: `12/0/1500/vendor-push`.
    public String text() {
        return delivery + "/" + chunk + "/" + records + "/" + feed;
    }

    /// @return null for what is none
    public static @Nullable ChunkRef parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) return null;
        try {
            return new ChunkRef(
                    parts.group(4),
                    Long.parseLong(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)));
        } catch (NumberFormatException tooLong) {
            return null;
        }
    }
}
