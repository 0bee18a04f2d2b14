package io.credithub.fakes;

import io.credithub.contract.LedgerTransactionContract;
import io.credithub.fixtures.RuleSets;

final class InMemoryLedgerTransactionTest extends LedgerTransactionContract {
    InMemoryLedgerTransactionTest() {
        super(new InMemoryStores(RuleSets.shanxi()));
    }
}
