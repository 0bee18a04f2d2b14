/// Why an award, a standing or a record is what it is. The explanations themselves come from
/// `flow.explain`. Begin with `ExplanationResource`.
@NullMarked
package io.credithub.api.explain;

import org.jspecify.annotations.NullMarked;
