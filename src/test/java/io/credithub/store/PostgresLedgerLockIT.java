package io.credithub.store;

import io.credithub.contract.LedgerLockContract;
import io.credithub.testing.ApartFromOthers;

@ApartFromOthers
final class PostgresLedgerLockIT extends LedgerLockContract {
    PostgresLedgerLockIT() {
        super(PostgresStores.shared());
    }
}
