package io.credithub.fakes;

import io.credithub.contract.BreakActsContract;
import io.credithub.domain.reconcile.BreakState;
import java.util.List;
import java.util.UUID;

final class InMemoryBreakActsTest extends BreakActsContract {
    private static final InMemoryBreakActs ACTS = new InMemoryBreakActs();

    InMemoryBreakActsTest() {
        super(ACTS);
    }

    @Override
    protected void plant(UUID identity, String division, BreakState state) {
        ACTS.plant(identity, division, state);
    }

    @Override
    protected List<String> history(UUID identity) {
        return ACTS.history(identity);
    }
}
