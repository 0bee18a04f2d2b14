/// Canonical records to completions: the fields of the contract and what can be wrong with them.
/// How a source's record becomes canonical is `mapping.feed`. Begin with `Canonical`.
@NullMarked
package io.credithub.mapping.contract;

import org.jspecify.annotations.NullMarked;
