/// Changes of rules: told first, then applied. The rules themselves lie in `mappings/`. Begin with
/// `RecomputationResource`.
@NullMarked
package io.credithub.api.rules;

import org.jspecify.annotations.NullMarked;
