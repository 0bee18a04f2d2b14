package io.credithub.store;

import io.credithub.contract.HoldsContract;
import io.credithub.store.hold.PostgresHolds;
import io.credithub.testing.ApartFromOthers;

@ApartFromOthers
final class PostgresHoldsIT extends HoldsContract {
    private static final PostgresStores STORES = PostgresStores.shared();

    PostgresHoldsIT() {
        super(STORES, new PostgresHolds(new PooledSnapshots(STORES.pool), STORES.feeds));
    }
}
