package io.credithub.store;

import io.credithub.contract.TouchedInstantsContract;
import io.credithub.store.reconciliation.PostgresTouchedInstants;
import io.credithub.testing.ApartFromOthers;

@ApartFromOthers
final class PostgresTouchedInstantsIT extends TouchedInstantsContract {
    PostgresTouchedInstantsIT() {
        super(PostgresStores.shared(), new PostgresTouchedInstants(PostgresStores.shared().pool));
    }
}
