package io.credithub.store;

import io.credithub.contract.RuleStoreContract;
import io.credithub.testing.ApartFromOthers;

@ApartFromOthers
final class PostgresRuleStoreIT extends RuleStoreContract {
    PostgresRuleStoreIT() {
        super(PostgresStores.shared());
    }
}
