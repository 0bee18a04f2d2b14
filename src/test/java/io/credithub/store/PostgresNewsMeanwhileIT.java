package io.credithub.store;

import static io.credithub.testing.Eventually.until;

import io.credithub.contract.NewsMeanwhileContract;
import io.credithub.flow.ledger.LedgerLock;
import io.credithub.store.ledger.PostgresLedgerLock;
import io.credithub.store.teacher.PostgresTeacherIndex;
import io.credithub.testing.ApartFromOthers;
import java.time.Duration;

@ApartFromOthers
final class PostgresNewsMeanwhileIT extends NewsMeanwhileContract {
    private final PostgresStores stores = PostgresStores.shared();

    PostgresNewsMeanwhileIT() {
        super(PostgresStores.shared());
    }

    @Override
    protected void untilOneWaits() {
        until("somebody waits for the ledger lock", this::isOneWaiting);
    }

    @Override
    protected LedgerLock elsewhere() {
        return new PostgresLedgerLock(
                stores.pool, stores.feeds, new PostgresTeacherIndex(stores.pool));
    }

    private boolean isOneWaiting() {
        return stores.pool
                .query("select exists (select from pg_locks where not granted)")
                .execute()
                .map(rows -> rows.iterator().next().getBoolean(0))
                .await()
                .atMost(Duration.ofSeconds(9));
    }
}
