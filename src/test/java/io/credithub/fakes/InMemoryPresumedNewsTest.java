package io.credithub.fakes;

import io.credithub.contract.PresumedNewsContract;
import io.credithub.fixtures.RuleSets;

final class InMemoryPresumedNewsTest extends PresumedNewsContract {
    InMemoryPresumedNewsTest() {
        super(new InMemoryStores(RuleSets.shanxi()));
    }
}
