package io.credithub.fakes;

import io.credithub.contract.ClaimRepositoryContract;

final class InMemoryClaimRepositoryTest extends ClaimRepositoryContract {
    private static final InMemoryClaims CLAIMS =
            new InMemoryClaims(new TurnedClock(InMemoryStores.NOW));

    InMemoryClaimRepositoryTest() {
        super(CLAIMS, CLAIMS);
    }
}
