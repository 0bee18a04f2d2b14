/// The rules in force: policies, rulebooks, prices of awards. How they judge is `domain`'s. Begin
/// with `Policies`.
@NullMarked
package io.credithub.flow.rules;

import org.jspecify.annotations.NullMarked;
