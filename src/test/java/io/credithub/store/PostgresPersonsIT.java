package io.credithub.store;

import io.credithub.contract.PersonsContract;
import io.credithub.testing.ApartFromOthers;

@ApartFromOthers
final class PostgresPersonsIT extends PersonsContract {
    PostgresPersonsIT() {
        super(PostgresStores.shared());
    }
}
