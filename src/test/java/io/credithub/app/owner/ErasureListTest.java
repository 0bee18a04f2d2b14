package io.credithub.app.owner;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.store.erasure.ErasedPersons.ErasureEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ErasureListTest {
    private static final UUID NUMBER = new UUID(1, 1);
    private static final UUID DOCUMENT = new UUID(2, 2);
    private static final ErasureEntry ONE = entry("2026-03-01T00:00:00Z", NUMBER, DOCUMENT);
    private static final ErasureEntry OTHER = entry("2026-03-02T00:00:00Z", new UUID(3, 3));

    @TempDir Path home;

    private static ErasureEntry entry(String at, UUID... hashes) {
        return new ErasureEntry("《个人信息保护法》第四十七条", "key", Instant.parse(at), List.of(hashes));
    }

    @Test
    void whereNobodyWasErasedThereIsNoList() throws IOException {
        assertThat(ErasureList.in(home).read()).isEmpty();
    }

    @Test
    void whoIsOnItStaysThoughAnOlderRegistryKnowsNothingOfThem() throws IOException {
        ErasureList list = ErasureList.in(home);
        list.keep(List.of(ONE));
        list.keep(List.of(OTHER));
        list.keep(List.of(entry("2026-03-01T00:00:00Z", DOCUMENT, NUMBER), OTHER));
        assertThat(list.read()).containsExactly(ONE, OTHER);
        assertThat(list.file()).content().hasLineCount(2);
        assertThat(home).isDirectoryNotContaining(file -> !file.equals(list.file()));
    }

    @Test
    void whoIsAdmittedAgainIsOnItNoMoreUntilErasedAgain() throws IOException {
        ErasureList list = ErasureList.in(home);
        list.keep(List.of(ONE, OTHER));
        list.admit(Set.of(NUMBER));
        assertThat(list.read()).containsExactly(entry("2026-03-01T00:00:00Z", DOCUMENT), OTHER);
        list.admit(Set.of(DOCUMENT));
        assertThat(list.read()).containsExactly(OTHER);
        ErasureEntry again = entry("2026-04-01T00:00:00Z", NUMBER, DOCUMENT);
        list.keep(List.of(again));
        assertThat(list.read()).containsExactly(OTHER, again);
    }
}
