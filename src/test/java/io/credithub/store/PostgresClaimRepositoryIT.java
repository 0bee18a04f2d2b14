package io.credithub.store;

import io.credithub.contract.ClaimRepositoryContract;
import io.credithub.testing.ApartFromOthers;

@ApartFromOthers
final class PostgresClaimRepositoryIT extends ClaimRepositoryContract {
    PostgresClaimRepositoryIT() {
        super(PostgresStores.shared().claims(), PostgresStores.shared().outbox());
    }
}
