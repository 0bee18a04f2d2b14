/// The credit bank: accounts, exemptions, loans, reservations, decided years. What is granted and
/// refused is decided in `flow` and `domain.bank`. Begin with `AccountResource`.
@NullMarked
package io.credithub.api.bank;

import org.jspecify.annotations.NullMarked;
