package io.credithub.store;

import io.credithub.contract.RegisterRecomputationsContract;
import io.credithub.store.recompute.PostgresRegisterRecomputations;
import io.credithub.testing.ApartFromOthers;

@ApartFromOthers
final class PostgresRegisterRecomputationsIT extends RegisterRecomputationsContract {
    private static final PostgresStores STORES = PostgresStores.shared();

    PostgresRegisterRecomputationsIT() {
        super(STORES, new PostgresRegisterRecomputations(STORES.pool));
    }
}
