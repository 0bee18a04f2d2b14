/// Deliveries after they have landed: their rejected records are judged again when the reason has
/// passed. Start with [io.credithub.flow.delivery.Replays].
@NullMarked
package io.credithub.flow.delivery;

import org.jspecify.annotations.NullMarked;
