/// The folder of a feed: its file, its mapping, its code tables. Policies are `mapping.policy`.
/// Begin with `FeedFiles`.
@NullMarked
package io.credithub.mapping.feed;

import org.jspecify.annotations.NullMarked;
