package io.credithub.fakes;

import io.credithub.contract.NewsMeanwhileContract;
import io.credithub.fixtures.RuleSets;
import io.credithub.flow.ledger.LedgerLock;

final class InMemoryNewsMeanwhileTest extends NewsMeanwhileContract {
    InMemoryNewsMeanwhileTest() {
        super(new InMemoryStores(RuleSets.shanxi()));
    }

    /// Nobody writes anything before he has the lock.
    @Override
    protected void untilOneWaits() {}

    @Override
    protected LedgerLock elsewhere() {
        return stores().lock();
    }
}
