/// The way of a chunk: interpreted, judged, posted; and the same without writing. The ledger itself
/// is `flow.ledger`. Begin with `ProcessChunk`.
@NullMarked
package io.credithub.flow.processing;

import org.jspecify.annotations.NullMarked;
