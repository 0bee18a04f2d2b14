package io.credithub.fakes;

import io.credithub.contract.HoldBookContract;
import io.credithub.fixtures.RuleSets;

final class InMemoryHoldBookTest extends HoldBookContract {
    InMemoryHoldBookTest() {
        super(new InMemoryStores(RuleSets.shanxi()));
    }
}
