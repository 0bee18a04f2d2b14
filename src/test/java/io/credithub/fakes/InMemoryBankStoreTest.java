package io.credithub.fakes;

import io.credithub.contract.BankStoreContract;
import io.credithub.fixtures.RuleSets;

final class InMemoryBankStoreTest extends BankStoreContract {
    InMemoryBankStoreTest() {
        super(new InMemoryStores(RuleSets.shanxi()));
    }
}
