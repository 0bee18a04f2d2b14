package io.credithub.store;

import io.credithub.contract.SubscriptionsContract;
import io.credithub.store.report.PostgresReportJobs;
import io.credithub.store.subscription.PostgresReportDispatches;
import io.credithub.store.subscription.PostgresSubscriptions;
import io.credithub.testing.ApartFromOthers;

@ApartFromOthers
final class PostgresSubscriptionsIT extends SubscriptionsContract {
    PostgresSubscriptionsIT() {
        super(
                new PostgresSubscriptions(PostgresStores.shared().pool),
                new PostgresReportDispatches(PostgresStores.shared().pool),
                new PostgresReportJobs(PostgresStores.shared().pool));
    }
}
