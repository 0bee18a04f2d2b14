package io.credithub.fakes;

import io.credithub.contract.RosterStoreContract;
import io.credithub.fixtures.RuleSets;

final class InMemoryRosterStoreTest extends RosterStoreContract {
    InMemoryRosterStoreTest() {
        super(new InMemoryStores(RuleSets.shanxi()));
    }
}
