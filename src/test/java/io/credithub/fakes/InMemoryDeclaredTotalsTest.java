package io.credithub.fakes;

import io.credithub.contract.DeclaredTotalsContract;
import io.credithub.fixtures.RuleSets;

final class InMemoryDeclaredTotalsTest extends DeclaredTotalsContract {
    private static final InMemoryStores STORES = new InMemoryStores(RuleSets.shanxi());

    InMemoryDeclaredTotalsTest() {
        super(STORES, STORES.declaredTotals());
    }
}
