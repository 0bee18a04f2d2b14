/// Where every teacher on the roster stands, as rows that lists and reports read: how they follow
/// what they are made of, and the questions about them. Begin with `PostgresVerdictBook`.
@NullMarked
package io.credithub.store.statement;

import org.jspecify.annotations.NullMarked;
