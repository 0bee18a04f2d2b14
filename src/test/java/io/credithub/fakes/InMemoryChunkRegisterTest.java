package io.credithub.fakes;

import io.credithub.contract.ChunkRegisterContract;
import io.credithub.fixtures.RuleSets;

final class InMemoryChunkRegisterTest extends ChunkRegisterContract {
    InMemoryChunkRegisterTest() {
        super(new InMemoryStores(RuleSets.shanxi()));
    }
}
