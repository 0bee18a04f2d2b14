/// Feeds: what they are, their leases, alarms, and what is wrong with their files. What they hand
/// over is `flow.delivery`. Begin with `FeedDefinition`.
@NullMarked
package io.credithub.flow.feed;

import org.jspecify.annotations.NullMarked;
