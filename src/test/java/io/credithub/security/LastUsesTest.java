package io.credithub.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.fakes.InMemoryKeyStore;
import io.credithub.flow.access.KeyStore;
import io.credithub.flow.access.Permission;
import io.credithub.flow.result.Unavailable;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class LastUsesTest {
    private static final Instant MORNING = Instant.parse("2026-03-01T08:00:07.5Z");
    private static final String ID = "0123456789ab";

    private final AtomicReference<Instant> now = new AtomicReference<>(MORNING);
    private final InMemoryKeyStore store = new InMemoryKeyStore();
    private final List<Map<String, Instant>> written = new ArrayList<>();
    private final AtomicBoolean isAway = new AtomicBoolean();
    private final LastUses uses = new LastUses(watched(), now::get);

    @Test
    void aThousandUsesInAMinuteAreWrittenOnce() {
        for (int i = 0; i < 1000; i++) {
            uses.used(ID);
            if (i % 100 == 0) uses.write().await().indefinitely();
        }
        assertThat(written).containsExactly(Map.of(ID, Instant.parse("2026-03-01T08:00:07Z")));
    }

    @Test
    void theNextMinuteIsWrittenAgain() {
        uses.used(ID);
        uses.write().await().indefinitely();
        now.set(MORNING.plusSeconds(60));
        uses.used(ID);
        uses.write().await().indefinitely();
        assertThat(written).hasSize(2);
    }

    @Test
    void whatCouldNotBeWrittenGoesWithTheNext() {
        isAway.set(true);
        uses.used(ID);
        uses.write().onFailure().recoverWithNull().await().indefinitely();
        isAway.set(false);
        uses.write().await().indefinitely();
        assertThat(written).containsExactly(Map.of(ID, Instant.parse("2026-03-01T08:00:07Z")));
    }

    @Test
    void aKeyEndsSoonInItsLastFortnightOrItsLastFifth() {
        KeyStore.Stored key =
                KeyStore.Stored.made(ID, new byte[32], "x", new Permission.Operator(), MORNING);
        KeyStore.Stored brief = key.until(MORNING.plusSeconds(1000));
        KeyStore.Stored yearly = key.until(MORNING.plusSeconds(86_400 * 365));
        assertThat(key.endsSoon(MORNING.plusSeconds(1_000_000_000))).isFalse();
        assertThat(brief.endsSoon(MORNING.plusSeconds(799))).isFalse();
        assertThat(brief.endsSoon(MORNING.plusSeconds(800))).isTrue();
        assertThat(brief.endsSoon(MORNING.plusSeconds(1000))).as("it has ended").isFalse();
        assertThat(yearly.endsSoon(MORNING.plusSeconds(86_400 * 351 - 1))).isFalse();
        assertThat(yearly.endsSoon(MORNING.plusSeconds(86_400 * 351))).isTrue();
        assertThat(yearly.revoked(MORNING).endsSoon(MORNING.plusSeconds(86_400 * 360))).isFalse();
    }

    private KeyStore watched() {
        return (KeyStore)
                Proxy.newProxyInstance(
                        KeyStore.class.getClassLoader(),
                        new Class<?>[] {KeyStore.class},
                        (_, method, arguments) -> {
                            if (!method.getName().equals("used"))
                                return method.invoke(store, arguments);
                            if (isAway.get())
                                return Uni.createFrom().failure(new Unavailable("it"));
                            @SuppressWarnings("unchecked")
                            Map<String, Instant> uses = (Map<String, Instant>) arguments[0];
                            written.add(uses);
                            return Uni.createFrom().voidItem();
                        });
    }
}
