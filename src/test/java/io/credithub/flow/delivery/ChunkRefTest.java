package io.credithub.flow.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChunkRefTest {
    @Test
    void itArrivesAsItWasSent() {
        ChunkRef sent = new ChunkRef("vendor-push", Long.MAX_VALUE, 3, 15_000);
        assertThat(ChunkRef.parse(sent.text())).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1/2/3", "1/2/3/", "-1/0/1/a", "1/99999999999/1/a", "a/b/c/d"})
    void whatIsNoReferenceIsNone(String text) {
        assertThat(ChunkRef.parse(text)).isNull();
    }
}
