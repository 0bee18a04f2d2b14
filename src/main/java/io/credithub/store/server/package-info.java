/// The PostgreSQL server: the embedded one, roles, migrations, and whether it lives. Connections
/// are `store.connection`. Begin with `EmbeddedPostgres`.
@NullMarked
package io.credithub.store.server;

import org.jspecify.annotations.NullMarked;
