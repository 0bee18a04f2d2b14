package io.credithub.store;

import io.credithub.contract.MatchingStoreContract;
import io.credithub.testing.ApartFromOthers;

@ApartFromOthers
final class PostgresMatchingStoreIT extends MatchingStoreContract {
    PostgresMatchingStoreIT() {
        super(PostgresStores.shared());
    }
}
