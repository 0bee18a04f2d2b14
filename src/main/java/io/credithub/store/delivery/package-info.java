/// Deliveries and chunks as they landed, and what became of them. Their completions are
/// `store.completion`. Begin with `PostgresLanding`.
@NullMarked
package io.credithub.store.delivery;

import org.jspecify.annotations.NullMarked;
