/// Deliveries: pushing, receipts, trials, findings, replays, broken chunks. Taking the bytes in is
/// `api.body`; landing them is `flow`'s. Begin with `PushResource`.
@NullMarked
package io.credithub.api.delivery;

import org.jspecify.annotations.NullMarked;
