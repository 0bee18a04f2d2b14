/// Feeds as rows: numbers, leases, control. What they are is in their files. Begin with
/// `PostgresFeeds`.
@NullMarked
package io.credithub.store.feed;

import org.jspecify.annotations.NullMarked;
