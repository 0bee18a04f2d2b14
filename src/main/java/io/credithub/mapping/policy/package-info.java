/// Policies: layers of YAML to the rules of the ground floor. How they judge is `domain`'s. Begin
/// with `PolicyFiles`.
@NullMarked
package io.credithub.mapping.policy;

import org.jspecify.annotations.NullMarked;
