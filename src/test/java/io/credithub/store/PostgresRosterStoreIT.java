package io.credithub.store;

import io.credithub.contract.RosterStoreContract;
import io.credithub.testing.ApartFromOthers;

@ApartFromOthers
final class PostgresRosterStoreIT extends RosterStoreContract {
    PostgresRosterStoreIT() {
        super(PostgresStores.shared());
    }
}
