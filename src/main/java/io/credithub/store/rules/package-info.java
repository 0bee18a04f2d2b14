/// Policies and rulebooks on file, and what others would change. Their meaning is
/// `mapping.policy`'s. Begin with `PostgresPolicies`.
@NullMarked
package io.credithub.store.rules;

import org.jspecify.annotations.NullMarked;
