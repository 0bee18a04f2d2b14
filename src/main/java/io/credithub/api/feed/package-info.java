/// Feeds as operators and divisions see them, and the files that were passed over. Polling lies in
/// `source`. Begin with `FeedResource`.
@NullMarked
package io.credithub.api.feed;

import org.jspecify.annotations.NullMarked;
