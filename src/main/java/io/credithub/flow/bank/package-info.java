/// The credit bank: exemptions, loans, reservations, decided years, each an act on one teacher.
/// What may be granted is `domain.bank`'s; the entries are `flow.ledger`'s. Begin with
/// `TeacherTransactions`.
@NullMarked
package io.credithub.flow.bank;

import org.jspecify.annotations.NullMarked;
