/// How much is under way: the backlog of feeds, questions that read much, heartbeats. Sizes of
/// requests are `api.body`'s. Begin with `Backlog`.
@NullMarked
package io.credithub.flow.load;

import org.jspecify.annotations.NullMarked;
