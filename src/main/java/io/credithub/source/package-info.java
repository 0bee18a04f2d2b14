/// Camel: the feeds, in. The routes are files in `routes/`; here are the beans that they call, by
/// the names `pull`, `drop`, `landing` and `outage`, and what they name: `drop-polls`, and a
/// `page-client-<feed>` for each feed that is pulled.
///
/// Start at [FeedScheduler], which says whose turn it is; then [Pull] for pages and [DropFiles] for
/// files. [ReactiveBridge] is the only class in which Camel meets what is reactive: a route is
/// given a promise, a poll's own thread waits. Nothing here reads a record: bytes are landed as
/// they came.
@NullMarked
package io.credithub.source;

import org.jspecify.annotations.NullMarked;
