package io.credithub.fakes;

import io.credithub.contract.RegisterStoreContract;
import io.credithub.fixtures.RuleSets;

final class InMemoryRegisterStoreTest extends RegisterStoreContract {
    InMemoryRegisterStoreTest() {
        super(new InMemoryStores(RuleSets.shanxi()));
    }
}
