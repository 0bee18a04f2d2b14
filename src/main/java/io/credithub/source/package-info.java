/// Camel: the feeds, in. The routes are files in `routes/`; here are the beans that they call, by
/// the names `pull`, `oauth`, `landing`, `drops`, `drop-polls` and `outage`.
///
/// Start at [FeedScheduler], which says whose turn it is; then [Pull] for pages and [DropFiles] for
/// files. [ReactiveBridge] is the only class in which a thread of Camel waits for something
/// reactive. Nothing here reads a record: bytes are landed as they came.
@NullMarked
package io.credithub.source;

import org.jspecify.annotations.NullMarked;
