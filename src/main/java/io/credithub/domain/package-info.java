/// The ground floor: what the regulation says, as plain values and pure functions. Nothing here
/// reads a clock, a file or a socket; time is an argument.
///
/// Start with `completion` (what a source says), then `policy` (what it is worth), `ledger` (which
/// award counts, once) and `standing` (where a teacher is).
@NullMarked
package io.credithub.domain;

import org.jspecify.annotations.NullMarked;
