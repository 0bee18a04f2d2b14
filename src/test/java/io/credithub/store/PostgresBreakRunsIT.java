package io.credithub.store;

import io.credithub.contract.BreakRunsContract;
import io.credithub.store.breaks.PostgresBreakRuns;
import io.credithub.testing.ApartFromOthers;

@ApartFromOthers
final class PostgresBreakRunsIT extends BreakRunsContract {
    private static final PostgresStores STORES = PostgresStores.shared();

    PostgresBreakRunsIT() {
        super(new PostgresBreakRuns(STORES.pool, STORES.policies()));
    }
}
