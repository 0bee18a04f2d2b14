package io.credithub.fakes;

import io.credithub.contract.BankDecisionsContract;
import io.credithub.fixtures.RuleSets;

final class InMemoryBankDecisionsTest extends BankDecisionsContract {
    InMemoryBankDecisionsTest() {
        super(new InMemoryStores(RuleSets.shanxi()));
    }
}
