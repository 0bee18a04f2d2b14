/// Teachers as rows: identity, residence, accounts, grants. Rosters are `store.roster`. Begin with
/// `PostgresRegistry`.
@NullMarked
package io.credithub.store.teacher;

import org.jspecify.annotations.NullMarked;
