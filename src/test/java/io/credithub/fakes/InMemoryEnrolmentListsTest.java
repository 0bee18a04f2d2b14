package io.credithub.fakes;

import io.credithub.contract.EnrolmentListsContract;
import io.credithub.fixtures.RuleSets;

final class InMemoryEnrolmentListsTest extends EnrolmentListsContract {
    private static final InMemoryStores STORES = new InMemoryStores(RuleSets.shanxi());

    InMemoryEnrolmentListsTest() {
        super(new InMemoryEnrolmentLists(STORES.teachers()), STORES.ids());
    }
}
