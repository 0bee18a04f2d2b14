/// What a chunk on its way asks of the registry. The contents themselves are written in
/// `store.ledger`. Begin with `PostgresChunkRegister`.
@NullMarked
package io.credithub.store.processing;

import org.jspecify.annotations.NullMarked;
