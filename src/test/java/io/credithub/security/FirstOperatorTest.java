package io.credithub.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.fakes.InMemoryKeyStore;
import io.credithub.flow.Grant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FirstOperatorTest {
    @TempDir Path home;

    private final InMemoryKeyStore store = new InMemoryKeyStore();
    private final KnownKeys keys = new KnownKeys(store, () -> 0);

    @Test
    void aNewHubMakesOneOperatorsKeyForItsOwnUserOnly() throws IOException {
        assertThat(ensure()).isTrue();
        Path file = home.resolve(FirstOperator.FILE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String key = Files.readString(file).strip();
        assertThat(keys.recognise(key).await().indefinitely())
                .hasValueSatisfying(
                        caller -> assertThat(caller.grant()).isEqualTo(new Grant.Operator()));
        assertThat(ensure()).as("at the next start").isFalse();
        assertThat(Files.readString(file).strip()).isEqualTo(key);
    }

    @Test
    void aFeedsKeyIsNotEnough() {
        keys.issue(new Grant.Feed("vendor-push"), "vendor").await().indefinitely();
        assertThat(ensure()).isTrue();
    }

    @Test
    void anotherIsMadeWhereTheLastWasTakenBack() {
        assertThat(ensure()).isTrue();
        String id = store.all().await().indefinitely().getFirst().id();
        keys.revoke(id).await().indefinitely();
        assertThat(ensure()).isTrue();
    }

    private boolean ensure() {
        return new FirstOperator(keys, store, new Settings(home)).ensure().await().indefinitely();
    }

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
    }
}
