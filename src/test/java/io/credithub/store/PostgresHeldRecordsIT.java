package io.credithub.store;

import io.credithub.contract.HeldRecordsContract;
import io.credithub.store.teacher.PostgresHeldRecords;
import io.credithub.testing.ApartFromOthers;

@ApartFromOthers
final class PostgresHeldRecordsIT extends HeldRecordsContract {
    PostgresHeldRecordsIT() {
        super(
                PostgresStores.shared(),
                new PostgresHeldRecords(
                        PostgresStores.shared().pool, PostgresStores.shared().feeds));
    }
}
