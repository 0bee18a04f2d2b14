package io.credithub.fakes;

import io.credithub.contract.RuleStoreContract;
import io.credithub.fixtures.RuleSets;

final class InMemoryRuleStoreTest extends RuleStoreContract {
    InMemoryRuleStoreTest() {
        super(new InMemoryStores(RuleSets.shanxi()));
    }
}
