package io.credithub.store;

import io.credithub.contract.BankStoreContract;
import io.credithub.testing.ApartFromOthers;

@ApartFromOthers
final class PostgresBankStoreIT extends BankStoreContract {
    PostgresBankStoreIT() {
        super(PostgresStores.shared());
    }
}
