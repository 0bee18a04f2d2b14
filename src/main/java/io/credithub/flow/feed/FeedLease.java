package io.credithub.flow.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The right of one process to poll a feed for a while.
///
/// @param fence rises with every take-over and every re-pull; landing refuses an old one
/// @param position the feed's cursor; null before the first landing
/// @param repullFrom the date from which an operator wants everything again, until that is done
/// @param failures in a row up to now
public record FeedLease(
        String feed,
        long fence,
        @Nullable String position,
        @Nullable Instant repullFrom,
        int failures) {}
