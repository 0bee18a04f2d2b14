/// Completions as rows: contents, trainings, programmes, what waits. Who writes them is
/// `store.ledger`. Begin with `CompletionRows`.
@NullMarked
package io.credithub.store.completion;

import org.jspecify.annotations.NullMarked;
