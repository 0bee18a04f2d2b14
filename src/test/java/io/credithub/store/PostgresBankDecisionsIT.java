package io.credithub.store;

import io.credithub.contract.BankDecisionsContract;
import io.credithub.testing.ApartFromOthers;

@ApartFromOthers
final class PostgresBankDecisionsIT extends BankDecisionsContract {
    PostgresBankDecisionsIT() {
        super(PostgresStores.shared());
    }
}
