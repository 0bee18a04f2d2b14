package io.credithub.fakes;

import io.credithub.contract.SubscriptionsContract;

final class InMemorySubscriptionsTest extends SubscriptionsContract {
    private static final InMemorySubscriptions ALL = new InMemorySubscriptions();

    InMemorySubscriptionsTest() {
        super(ALL, ALL.dispatches(), new InMemoryReportJobs());
    }
}
