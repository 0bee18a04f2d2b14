package io.credithub.fakes;

import io.credithub.contract.TouchedInstantsContract;
import io.credithub.fixtures.RuleSets;

final class InMemoryTouchedInstantsTest extends TouchedInstantsContract {
    private static final InMemoryStores STORES = new InMemoryStores(RuleSets.shanxi());

    InMemoryTouchedInstantsTest() {
        super(STORES, STORES.instants());
    }
}
