package io.credithub.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.fakes.InMemoryKeyStore;
import io.credithub.flow.ApiKeys.Issued;
import io.credithub.flow.Caller;
import io.credithub.flow.Grant;
import io.credithub.flow.Jurisdiction;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KnownKeysTest {
    private static final Grant READER = new Grant.Reader(new Jurisdiction("140105"));

    private final InMemoryKeyStore store = new InMemoryKeyStore();
    private final AtomicLong nanoTime = new AtomicLong();
    private final KnownKeys keys = new KnownKeys(store, nanoTime::get);
    private final Issued issued = keys.issue(READER, "a school").await().indefinitely();

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
        Issued operator = keys.issue(new Grant.Operator(), "operator").await().indefinitely();
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

    @Test
    void aThousandRequestsAskTheStoreOnce() {
        for (int i = 0; i < 1000; i++) assertThat(recognise(issued.key())).isPresent();
        assertThat(store.asked()).isOne();
    }

    @Test
    void aKeyTakenBackOpensNothingAtOnceHere() {
        assertThat(recognise(issued.key())).isPresent();
        keys.revoke(issued.id()).await().indefinitely();
        assertThat(recognise(issued.key())).isEmpty();
    }

    @Test
    void aKeyTakenBackElsewhereOpensNothingAfterHalfAMinute() {
        assertThat(recognise(issued.key())).isPresent();
        store.revoke(issued.id()).await().indefinitely();
        nanoTime.addAndGet(30_000_000_000L);
        assertThat(recognise(issued.key())).isEmpty();
    }

    @Test
    void noSecretIsPrinted() {
        ApiKey key = ApiKey.parse(issued.key()).orElseThrow();
        String secret = issued.key().substring(issued.key().lastIndexOf('_') + 1);
        assertThat(issued + " " + key + " " + recognise(issued.key())).doesNotContain(secret);
    }

    private Optional<Caller> recognise(String text) {
        return keys.recognise(text).await().indefinitely();
    }
}
