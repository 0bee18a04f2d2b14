/// Policies and rulebooks on file. Their meaning is `mapping.policy`'s. Begin with
/// `PostgresPolicies`.
@NullMarked
package io.credithub.store.rules;

import org.jspecify.annotations.NullMarked;
