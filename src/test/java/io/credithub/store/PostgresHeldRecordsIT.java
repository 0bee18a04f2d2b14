package io.credithub.store;

import io.credithub.contract.HeldRecordsContract;
import io.credithub.store.teacher.PostgresHeldRecords;

final class PostgresHeldRecordsIT extends HeldRecordsContract {
    PostgresHeldRecordsIT() {
        super(
                PostgresStores.shared(),
                new PostgresHeldRecords(
                        PostgresStores.shared().pool, PostgresStores.shared().feeds));
    }
}
