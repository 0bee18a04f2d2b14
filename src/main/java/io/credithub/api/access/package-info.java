/// API keys: issuing, listing and taking back. Who a caller is lies in [io.credithub.security];
/// what a key may do in `flow.access`. Begin with `KeyResource`.
@NullMarked
package io.credithub.api.access;

import org.jspecify.annotations.NullMarked;
