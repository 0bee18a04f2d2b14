package io.credithub.fakes;

import io.credithub.contract.PersonsContract;
import io.credithub.fixtures.RuleSets;

final class InMemoryPersonsTest extends PersonsContract {
    InMemoryPersonsTest() {
        super(new InMemoryStores(RuleSets.shanxi()));
    }
}
