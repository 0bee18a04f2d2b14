/// Whether the configuration of the feeds is sound, before the first poll. Files of routes are
/// checked by `app`. Begin with `SourceCheck`.
@NullMarked
package io.credithub.source.check;

import org.jspecify.annotations.NullMarked;
