package io.credithub.store;

import io.credithub.contract.EnrolmentListsContract;
import io.credithub.store.expectation.PostgresEnrolmentLists;
import io.credithub.testing.ApartFromOthers;

@ApartFromOthers
final class PostgresEnrolmentListsIT extends EnrolmentListsContract {
    private static final PostgresStores STORES = PostgresStores.shared();

    PostgresEnrolmentListsIT() {
        super(new PostgresEnrolmentLists(STORES.pool, STORES.feeds), STORES.ids());
    }
}
