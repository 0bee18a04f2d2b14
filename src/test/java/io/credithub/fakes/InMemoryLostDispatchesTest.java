package io.credithub.fakes;

import io.credithub.contract.LostDispatchesContract;

final class InMemoryLostDispatchesTest extends LostDispatchesContract {
    private static final InMemorySubscriptions ALL = new InMemorySubscriptions();

    InMemoryLostDispatchesTest() {
        super(ALL, ALL.dispatches());
    }
}
