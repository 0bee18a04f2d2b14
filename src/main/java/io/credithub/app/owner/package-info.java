/// Commands with the rights of the database's owner: migrating, rotating keys, erasing. A hub that
/// serves never has these rights. Begin with `MigrateCommand`.
@NullMarked
package io.credithub.app.owner;

import org.jspecify.annotations.NullMarked;
