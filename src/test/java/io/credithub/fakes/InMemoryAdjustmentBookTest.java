package io.credithub.fakes;

import io.credithub.contract.AdjustmentBookContract;
import io.credithub.fixtures.RuleSets;

final class InMemoryAdjustmentBookTest extends AdjustmentBookContract {
    InMemoryAdjustmentBookTest() {
        super(new InMemoryStores(RuleSets.shanxi()));
    }
}
