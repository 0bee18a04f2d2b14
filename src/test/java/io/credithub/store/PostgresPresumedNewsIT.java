package io.credithub.store;

import io.credithub.contract.PresumedNewsContract;
import io.credithub.testing.ApartFromOthers;

@ApartFromOthers
final class PostgresPresumedNewsIT extends PresumedNewsContract {
    PostgresPresumedNewsIT() {
        super(PostgresStores.shared());
    }
}
