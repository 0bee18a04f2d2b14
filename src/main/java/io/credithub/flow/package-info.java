/// The order of work, and the ports that it needs: intake, posting, roster, reconciliation. A port
/// is an interface named by the caller's need; a room of the floor above implements it.
///
/// Start with [io.credithub.flow.delivery.Landing] and [io.credithub.flow.processing.ProcessChunk].
@NullMarked
package io.credithub.flow;

import org.jspecify.annotations.NullMarked;
