/// Held records: looking for them and deciding about them. What a decision does is `flow.hold`'s.
/// Begin with `HoldResource`.
@NullMarked
package io.credithub.api.hold;

import org.jspecify.annotations.NullMarked;
