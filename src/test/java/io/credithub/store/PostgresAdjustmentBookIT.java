package io.credithub.store;

import io.credithub.contract.AdjustmentBookContract;
import io.credithub.testing.ApartFromOthers;

@ApartFromOthers
final class PostgresAdjustmentBookIT extends AdjustmentBookContract {
    PostgresAdjustmentBookIT() {
        super(PostgresStores.shared());
    }
}
