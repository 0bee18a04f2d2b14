package io.credithub.flow.delivery;

import io.credithub.flow.reading.Content;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a feed hands over at once: a page, a file, a request. The same bytes from the same feed are
/// the same delivery.
///
/// @param reference where it came from: a file name, a page's address without secrets, a request's
///   key
/// @param charset as the sender declares it; else it is found out
/// @param statedAt the date that the delivery itself states (manifest, page)
/// @param cursor where the feed stands once this has landed; moved in the same transaction
public record Delivery(
        String feed,
        String reference,
        Content content,
        @Nullable String charset,
        Declared declared,
        @Nullable Instant statedAt,
        @Nullable CursorMove cursor) {

    /// @param fence the token of the lease under which the feed was polled; landing refuses an old
    ///   one
    /// @param position what the source understands, as an instant or a page's token
    public record CursorMove(long fence, String position) {}
}
