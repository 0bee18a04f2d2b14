/// Why an award and a standing are what they are: the chain from the raw record, the mapping and
/// the code table through each rule to the figure, and what became of it since.
///
/// Start with [io.credithub.flow.explain.ExplainAward].
@NullMarked
package io.credithub.flow.explain;

import org.jspecify.annotations.NullMarked;
