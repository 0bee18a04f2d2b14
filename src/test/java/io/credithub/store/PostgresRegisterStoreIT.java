package io.credithub.store;

import io.credithub.contract.RegisterStoreContract;
import io.credithub.testing.ApartFromOthers;

@ApartFromOthers
final class PostgresRegisterStoreIT extends RegisterStoreContract {
    PostgresRegisterStoreIT() {
        super(PostgresStores.shared());
    }
}
