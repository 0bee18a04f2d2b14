package io.credithub.store;

import io.credithub.contract.ExpectationsContract;
import io.credithub.store.expectation.PostgresEnrolmentLists;
import io.credithub.store.expectation.PostgresExpectations;
import io.credithub.testing.ApartFromOthers;

@ApartFromOthers
final class PostgresExpectationsIT extends ExpectationsContract {
    private static final PostgresStores STORES = PostgresStores.shared();

    PostgresExpectationsIT() {
        super(
                STORES,
                new PostgresEnrolmentLists(STORES.pool, STORES.feeds),
                new PostgresExpectations(STORES.pool, new PooledSnapshots(STORES.pool)));
    }
}
