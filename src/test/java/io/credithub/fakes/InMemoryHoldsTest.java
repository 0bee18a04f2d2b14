package io.credithub.fakes;

import io.credithub.contract.HoldsContract;
import io.credithub.fixtures.RuleSets;

final class InMemoryHoldsTest extends HoldsContract {
    private static final InMemoryStores STORES = new InMemoryStores(RuleSets.shanxi());

    InMemoryHoldsTest() {
        super(STORES, STORES.holds());
    }
}
