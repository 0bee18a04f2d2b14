package io.credithub.fakes;

import io.credithub.contract.RegisterRecomputationsContract;
import io.credithub.fixtures.RuleSets;

final class InMemoryRegisterRecomputationsTest extends RegisterRecomputationsContract {
    private static final InMemoryStores STORES = new InMemoryStores(RuleSets.shanxi());

    InMemoryRegisterRecomputationsTest() {
        super(STORES, STORES.registerRecomputations());
    }
}
