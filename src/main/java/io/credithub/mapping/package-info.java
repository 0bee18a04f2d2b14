/// Raw records to completions, by the files in `mappings/`; and those files themselves: feeds, code
/// tables, policies. Everything that comes from outside is checked here, once.
///
/// Start with [io.credithub.mapping.contract.Canonical], the contract that every mapping produces,
/// and [io.credithub.mapping.policy.PolicyFiles].
@NullMarked
package io.credithub.mapping;

import org.jspecify.annotations.NullMarked;
