/// Subscriptions and what became of each report that was due, as rows. Start with
/// `PostgresReportDispatches`.
@NullMarked
package io.credithub.store.subscription;

import org.jspecify.annotations.NullMarked;
