package io.credithub.fakes;

import io.credithub.contract.LedgerLockContract;
import io.credithub.fixtures.RuleSets;

final class InMemoryLedgerLockTest extends LedgerLockContract {
    InMemoryLedgerLockTest() {
        super(new InMemoryStores(RuleSets.shanxi()));
    }
}
