package io.credithub.app.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.delivery.ChunkRef;
import org.junit.jupiter.api.Test;

final class ChunksInHandTest {
    private final ChunksInHand inHand = new ChunksInHand();

    @Test
    void aChunkIsTakenOnceUntilItIsDone() {
        ChunkRef chunk = new ChunkRef("feed", 1, 0, 1);
        assertThat(inHand.add(chunk)).isTrue();
        assertThat(inHand.add(chunk)).isFalse();
        inHand.remove(chunk);
        inHand.remove(chunk);
        assertThat(inHand.add(chunk)).isTrue();
    }

    @Test
    void whatWaitsOfOneFeedIsBounded() {
        for (int i = 0; i < ChunksInHand.OF_ONE_FEED_MAX; i++) {
            inHand.add(new ChunkRef("flood", i, 0, 1));
        }
        assertThat(inHand.add(new ChunkRef("flood", 1_000_000, 0, 1))).isFalse();
        assertThat(inHand.add(new ChunkRef("other", 1_000_001, 0, 1))).isTrue();
        inHand.remove(new ChunkRef("flood", 7, 0, 1));
        assertThat(inHand.add(new ChunkRef("flood", 1_000_000, 0, 1))).isTrue();
    }
}
