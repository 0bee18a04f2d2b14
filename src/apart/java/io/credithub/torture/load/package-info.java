/// Feeds that never end, and the journal of what was acknowledged. What must have become of it is
/// `torture.count`. Begin with `PushLoad`.
@NullMarked
package io.credithub.torture.load;

import org.jspecify.annotations.NullMarked;
