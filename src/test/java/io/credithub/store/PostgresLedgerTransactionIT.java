package io.credithub.store;

import io.credithub.contract.LedgerTransactionContract;
import io.credithub.testing.ApartFromOthers;

@ApartFromOthers
final class PostgresLedgerTransactionIT extends LedgerTransactionContract {
    PostgresLedgerTransactionIT() {
        super(PostgresStores.shared());
    }
}
