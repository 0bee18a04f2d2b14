package io.credithub.store;

import io.credithub.contract.ProgrammesContract;
import io.credithub.testing.ApartFromOthers;

@ApartFromOthers
final class PostgresProgrammesIT extends ProgrammesContract {
    PostgresProgrammesIT() {
        super(PostgresStores.shared());
    }
}
