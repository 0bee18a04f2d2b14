/// Which content of a record counts, which copy of a training counts, and what the ledger must
/// therefore say. Pure: the registry's rows come in, the entries to write come out.
///
/// Start with [io.credithub.domain.ledger.RecordMerge].
@NullMarked
package io.credithub.domain.ledger;

import org.jspecify.annotations.NullMarked;
