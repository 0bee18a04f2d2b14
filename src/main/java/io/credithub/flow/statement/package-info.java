/// What a teacher has, and what is missing. Why it is so is `flow.explain`. Begin with
/// `StatementQuery`.
@NullMarked
package io.credithub.flow.statement;

import org.jspecify.annotations.NullMarked;
