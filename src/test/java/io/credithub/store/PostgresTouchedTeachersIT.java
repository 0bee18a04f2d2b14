package io.credithub.store;

import io.credithub.contract.TouchedTeachersContract;
import io.credithub.store.reconciliation.PostgresTouchedTeachers;
import io.credithub.testing.ApartFromOthers;

@ApartFromOthers
final class PostgresTouchedTeachersIT extends TouchedTeachersContract {
    PostgresTouchedTeachersIT() {
        super(PostgresStores.shared(), new PostgresTouchedTeachers(PostgresStores.shared().pool));
    }
}
