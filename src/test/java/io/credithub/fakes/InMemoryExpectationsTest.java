package io.credithub.fakes;

import io.credithub.contract.ExpectationsContract;
import io.credithub.fixtures.RuleSets;

final class InMemoryExpectationsTest extends ExpectationsContract {
    private static final InMemoryStores STORES = new InMemoryStores(RuleSets.shanxi());
    private static final InMemoryEnrolmentLists LISTS =
            new InMemoryEnrolmentLists(STORES.teachers());

    InMemoryExpectationsTest() {
        super(STORES, LISTS, STORES.expectations(LISTS));
    }
}
