/// Connections to PostgreSQL: the pool, what is bound on it, and how a wait ends. The server itself
/// is `store.server`. Begin with `PoolCreation`.
@NullMarked
package io.credithub.store.connection;

import org.jspecify.annotations.NullMarked;
