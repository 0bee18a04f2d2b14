/// The files of `routes/`: checked one by one, started on trial, and loaded if they can be used.
/// The beans that they call are `source`'s. Begin with `CheckedFeeds`.
@NullMarked
package io.credithub.app.route;

import org.jspecify.annotations.NullMarked;
