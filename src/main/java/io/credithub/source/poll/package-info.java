/// Polling: which tick of a route becomes a poll, what ends one, what becomes of a failure. What is
/// fetched is `source.pull`'s and `source.drop`'s. Begin with `FeedScheduler`.
@NullMarked
package io.credithub.source.poll;

import org.jspecify.annotations.NullMarked;
