package io.credithub.store;

import io.credithub.contract.LostDispatchesContract;
import io.credithub.store.subscription.PostgresReportDispatches;
import io.credithub.store.subscription.PostgresSubscriptions;
import io.credithub.testing.ApartFromOthers;

@ApartFromOthers
final class PostgresLostDispatchesIT extends LostDispatchesContract {
    PostgresLostDispatchesIT() {
        super(
                new PostgresSubscriptions(PostgresStores.shared().pool),
                new PostgresReportDispatches(PostgresStores.shared().pool));
    }
}
