/// Adjustments of awards in PostgreSQL. Begin with `PostgresAdjustmentBook`.
@NullMarked
package io.credithub.store.adjustment;

import org.jspecify.annotations.NullMarked;
