/// Divisions and schools as the hub knows them: the catalogue that is kept in the registry, the
/// schools of the roster, and who is registered where no county is. What a code means is
/// `domain.division`'s.
///
/// Start with [KnownDivisions] and [Schools].
@NullMarked
package io.credithub.flow.division;

import org.jspecify.annotations.NullMarked;
