package io.credithub.store;

import io.credithub.contract.DeclaredTotalsContract;
import io.credithub.store.expectation.PostgresDeclaredTotals;
import io.credithub.testing.ApartFromOthers;

@ApartFromOthers
final class PostgresDeclaredTotalsIT extends DeclaredTotalsContract {
    private static final PostgresStores STORES = PostgresStores.shared();

    PostgresDeclaredTotalsIT() {
        super(
                STORES,
                new PostgresDeclaredTotals(
                        STORES.pool,
                        new PooledSnapshots(STORES.pool),
                        STORES.feeds,
                        STORES.policies()));
    }
}
