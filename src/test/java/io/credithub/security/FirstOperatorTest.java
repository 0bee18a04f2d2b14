package io.credithub.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.fakes.InMemoryKeyStore;
import io.credithub.flow.access.Permission;
import io.credithub.testing.Eventually;
import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FirstOperatorTest {
    private static final Permission OPERATOR = new Permission.Operator();

    @TempDir Path home;

    private final InMemoryKeyStore store = new InMemoryKeyStore();
    private final KnownKeys keys = new KnownKeys(store);

    @Test
    void aNewHubMakesOneOperatorsKeyForItsOwnUserOnly() throws IOException {
        assertThat(ensure()).isTrue();
        Path file = home.resolve(FirstOperator.FILE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String key = Files.readString(file).strip();
        assertThat(recognise(ApiKey.parse(key).orElseThrow()))
                .isInstanceOfSatisfying(
                        Recognised.Opened.class,
                        opened -> assertThat(opened.caller().grant()).isEqualTo(OPERATOR));
        assertThat(ensure()).as("at the next start").isFalse();
        assertThat(Files.readString(file).strip()).isEqualTo(key);
    }

    @Test
    void aFeedsKeyIsNotEnough() {
        keys.issue(new Permission.FeedPermission("vendor-push"), "vendor").await().indefinitely();
        assertThat(ensure()).isTrue();
    }

    @Test
    void anotherIsMadeWhereTheLastWasTakenBack() {
        assertThat(ensure()).isTrue();
        String id = store.all().await().indefinitely().getFirst().id();
        keys.revoke(id).await().indefinitely();
        assertThat(ensure()).isTrue();
    }

    @Test
    void anotherIsMadeWhereTheLastHasExpired() {
        Instant end = Instant.now().plusMillis(1);
        keys.issue(OPERATOR, "for a moment", end).await().indefinitely();
        Eventually.until("it has expired", () -> Instant.now().isAfter(end));
        assertThat(ensure()).isTrue();
    }

    @Test
    void aKeyThatIsHandedInIsTakenOnOnceAndNoOtherIsMade() {
        ApiKey key = ApiKey.draw(new SecureRandom());
        assertThat(operator().take(key).await().indefinitely()).isTrue();
        assertThat(operator().take(key).await().indefinitely()).as("next start").isFalse();
        assertThat(ensure()).isFalse();
        assertThat(recognise(key))
                .isInstanceOfSatisfying(
                        Recognised.Opened.class,
                        opened -> assertThat(opened.caller().grant()).isEqualTo(OPERATOR));
    }

    @Test
    void aKeyThatWasTakenBackStaysSoWhoeverHandsItInAgain() {
        ApiKey key = ApiKey.draw(new SecureRandom());
        operator().take(key).await().indefinitely();
        keys.revoke(key.id()).await().indefinitely();
        assertThat(operator().take(key).await().indefinitely()).isFalse();
        assertThat(recognise(key)).isEqualTo(Recognised.RefusedCaller.REVOKED);
    }

    @Test
    void whatIsNoKeyStopsTheStartAndIsNotQuoted() throws IOException {
        Path mounted = Files.writeString(home.resolve("mounted"), "hub_secret");
        for (Handed wrong :
                List.of(
                        new Handed(Optional.of("hub_secret"), Optional.empty()),
                        new Handed(Optional.empty(), Optional.of(mounted)),
                        new Handed(Optional.empty(), Optional.of(home.resolve("absent"))))) {
            FirstOperator first = new FirstOperator(keys, store, new Settings(home), wrong);
            assertThatThrownBy(() -> first.atStart(new StartupEvent()))
                    .hasMessageStartingWith("HUB-4218: HUB_OPERATOR_KEY")
                    .hasMessageNotContaining("hub_secret");
        }
    }

    private Recognised recognise(ApiKey key) {
        return keys.recognise(key).await().indefinitely();
    }

    private boolean ensure() {
        return operator().ensure().await().indefinitely();
    }

    private FirstOperator operator() {
        Handed nothing = new Handed(Optional.empty(), Optional.empty());
        return new FirstOperator(keys, store, new Settings(home), nothing);
    }

    private record Handed(Optional<String> key, Optional<Path> keyFile) implements OperatorConfig {}

    private record Settings(Path home) implements SecurityConfig {
        @Override
        public Optional<String> key() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> keyFile() {
            return Optional.empty();
        }

        @Override
        public Optional<String> server() {
            return Optional.empty();
        }

        @Override
        public Optional<String> openingKeys() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> openingKeysFile() {
            return Optional.empty();
        }

        @Override
        public String cipher() {
            return "aes-256-gcm";
        }
    }
}
