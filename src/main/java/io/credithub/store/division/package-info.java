/// The lists of divisions in the registry, and the schools of the roster. Begin with
/// `PostgresKnownDivisions`.
@NullMarked
package io.credithub.store.division;

import org.jspecify.annotations.NullMarked;
