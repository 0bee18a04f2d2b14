package io.credithub.store;

import io.credithub.contract.HoldBookContract;
import io.credithub.testing.ApartFromOthers;

@ApartFromOthers
final class PostgresHoldBookIT extends HoldBookContract {
    PostgresHoldBookIT() {
        super(PostgresStores.shared());
    }
}
