package io.credithub.security;

import static io.credithub.security.Recognised.RefusedCaller.MALFORMED;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.fakes.InMemoryKeyStore;
import io.credithub.flow.access.ApiKeys.IssuedKey;
import io.credithub.flow.access.Caller;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.KeyStore;
import io.credithub.flow.access.Permission;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KnownKeysTest {
    private static final Permission READER = new Permission.Reader(new Jurisdiction("140105"));

    private final InMemoryKeyStore store = new InMemoryKeyStore();
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-03-01T00:00:00Z"));
    private final KnownKeys keys = new KnownKeys(store, now::get);
    private final IssuedKey issued = keys.issue(READER, "a school").await().indefinitely();

    @Test
    void aKeyTellsWhoCallsAndWhatItOpens() {
        assertThat(recognise(issued.key())).contains(new Caller(issued.id(), READER));
    }

    @Test
    void theStoreKnowsOnlyAHash() {
        String secret = issued.key().substring(issued.key().lastIndexOf('_') + 1);
        byte[] hash = store.find(issued.id()).await().indefinitely().orElseThrow().secretHash();
        assertThat(HexFormat.of().formatHex(hash)).isNotEqualTo(secret).hasSize(64);
    }

    @Test
    void everyDigitOfTheSecretCounts() {
        String key = issued.key();
        for (int at = key.lastIndexOf('_') + 1; at < key.length(); at++) {
            char other = key.charAt(at) == '0' ? '1' : '0';
            String forged = key.substring(0, at) + other + key.substring(at + 1);
            assertThat(recognise(forged)).as("digit %d", at).isEmpty();
        }
    }

    @Test
    void aSecretOpensUnderItsOwnIdOnly() {
        IssuedKey operator =
                keys.issue(new Permission.Operator(), "operator").await().indefinitely();
        String mixed = issued.key().replace(issued.id(), operator.id());
        assertThat(recognise(mixed)).isEmpty();
    }

    @Test
    void anUnknownIdOpensNothing() {
        assertThat(recognise(issued.key().replace(issued.id(), "0123456789ab"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hub_", "hub__", "hub_x_y", "Bearer", "hub_0123456789ab_00"})
    void whatIsNotAKeyIsNotEvenLookedUp(String text) {
        assertThat(recognise(text)).isEmpty();
        assertThat(store.asked()).isZero();
    }

    /// The first asks at once; whoever comes while it has no answer yet goes together.
    @Test
    void aThousandRequestsAtOnceAskTheStoreAFewTimes() {
        SlowKeyStore slow = new SlowKeyStore(store);
        KnownKeys many = new KnownKeys(slow, now::get);
        List<UniAssertSubscriber<Recognised>> answers = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            answers.add(
                    many.recognise(key(issued.key()))
                            .subscribe()
                            .withSubscriber(UniAssertSubscriber.create()));
        }
        slow.answer();
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.getItem()).isInstanceOf(Recognised.Opened.class));
        assertThat(slow.asked()).isEqualTo(1 + 2);
    }

    @Test
    void aKeyTakenBackElsewhereOpensNothingFromThenOn() {
        KnownKeys elsewhere = new KnownKeys(store, now::get);
        for (int i = 0; i < 100; i++) assertThat(recognise(issued.key())).isPresent();
        elsewhere.revoke(issued.id()).await().indefinitely();
        assertThat(outcome(issued.key())).isEqualTo(Recognised.RefusedCaller.REVOKED);
    }

    @Test
    void aKeyOpensUntilTheMomentOfItsEnd() {
        Instant end = Instant.parse("2026-03-01T00:01:30Z");
        IssuedKey brief = keys.issue(READER, "for a moment", end).await().indefinitely();
        now.set(end.minusNanos(1));
        assertThat(recognise(brief.key())).isPresent();
        now.set(end);
        assertThat(outcome(brief.key())).isEqualTo(Recognised.RefusedCaller.EXPIRED);
        assertThat(outcome(brief.key().replaceAll(".$", "x"))).isEqualTo(MALFORMED);
    }

    @Test
    void noSecretIsPrinted() {
        ApiKey key = ApiKey.parse(issued.key()).orElseThrow();
        String secret = issued.key().substring(issued.key().lastIndexOf('_') + 1);
        assertThat(issued + " " + key + " " + recognise(issued.key())).doesNotContain(secret);
    }

    private Optional<Caller> recognise(String text) {
        return outcome(text) instanceof Recognised.Opened opened
                ? Optional.of(opened.caller())
                : Optional.empty();
    }

    private Recognised outcome(String text) {
        return ApiKey.parse(text)
                .map(key -> keys.recognise(key).await().indefinitely())
                .orElse(MALFORMED);
    }

    private static ApiKey key(String text) {
        return ApiKey.parse(text).orElseThrow();
    }

    /// Answers when it is told to, for the first time; from then on at once.
    private static final class SlowKeyStore implements KeyStore {
        private final KeyStore store;
        private final List<Runnable> held = new ArrayList<>();
        private boolean isQuick;
        private int asked;

        SlowKeyStore(KeyStore store) {
            this.store = store;
        }

        int asked() {
            return asked;
        }

        void answer() {
            isQuick = true;
            held.forEach(Runnable::run);
        }

        @Override
        public Uni<List<Stored>> find(Collection<String> ids) {
            asked++;
            Uni<List<Stored>> found = store.find(ids);
            if (isQuick) return found;
            return Uni.createFrom()
                    .emitter(answer ->
                            held.add(() -> found.subscribe().with(answer::complete, answer::fail)));
        }

        @Override
        public Uni<Void> save(Stored key) {
            return store.save(key);
        }

        @Override
        public Uni<List<Stored>> all() {
            return store.all();
        }

        @Override
        public Uni<Boolean> revoke(String id) {
            return store.revoke(id);
        }

        @Override
        public Uni<Void> used(Map<String, Instant> lastUses) {
            return store.used(lastUses);
        }
    }
}
