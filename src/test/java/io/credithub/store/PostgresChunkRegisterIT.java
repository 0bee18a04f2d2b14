package io.credithub.store;

import io.credithub.contract.ChunkRegisterContract;
import io.credithub.testing.ApartFromOthers;

@ApartFromOthers
final class PostgresChunkRegisterIT extends ChunkRegisterContract {
    PostgresChunkRegisterIT() {
        super(PostgresStores.shared());
    }
}
