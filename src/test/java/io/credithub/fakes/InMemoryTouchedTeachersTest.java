package io.credithub.fakes;

import io.credithub.contract.TouchedTeachersContract;
import io.credithub.fixtures.RuleSets;

final class InMemoryTouchedTeachersTest extends TouchedTeachersContract {
    private static final InMemoryStores STORES = new InMemoryStores(RuleSets.shanxi());

    InMemoryTouchedTeachersTest() {
        super(STORES, STORES.touched());
    }
}
