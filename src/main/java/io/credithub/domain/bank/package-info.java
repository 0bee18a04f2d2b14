/// The credit bank (学分银行): what may be lent, decided, exempted and reserved, and why not. Awards
/// are no business of it: they are in the ledger whatever happens here.
///
/// Start with [io.credithub.domain.bank.Refusal].
@NullMarked
package io.credithub.domain.bank;

import org.jspecify.annotations.NullMarked;
