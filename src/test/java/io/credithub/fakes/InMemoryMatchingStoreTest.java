package io.credithub.fakes;

import io.credithub.contract.MatchingStoreContract;
import io.credithub.fixtures.RuleSets;

final class InMemoryMatchingStoreTest extends MatchingStoreContract {
    InMemoryMatchingStoreTest() {
        super(new InMemoryStores(RuleSets.shanxi()));
    }
}
