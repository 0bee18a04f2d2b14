/// PostgreSQL: where the hub keeps what it was told and what it answered.
///
/// Entities for what has a life, set-based SQL for what comes in millions. [EmbeddedPostgres]
/// brings a server along for machines that have none. A session is opened and closed inside one
/// method here.
@NullMarked
package io.credithub.store;

import org.jspecify.annotations.NullMarked;
