package io.credithub.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MasterKeyTest {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir Path home;

    @Test
    void theEnvironmentComesFirst() {
        assertThat(new MasterKey(new Settings(KEY, home.resolve("absent"), home, null)).find())
                .isEqualTo(new byte[32]);
    }

    @Test
    void aMountedFileComesNext() throws IOException {
        Path mounted = Files.writeString(home.resolve("mounted"), KEY + "\n");
        assertThat(new MasterKey(new Settings(null, mounted, home, "postgresql://db/hub")).find())
                .isEqualTo(new byte[32]);
    }

    @Test
    void onOneMachineAKeyIsMadeOnceForTheHubsUserOnly() throws IOException {
        Settings settings = new Settings(null, null, home.resolve("new"), null);
        byte[] first = new MasterKey(settings).find();
        assertThat(new MasterKey(settings).find()).isEqualTo(first).isNotEqualTo(new byte[32]);
        Path file = home.resolve("new").resolve("id.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void besideAServerNoKeyIsMade() {
        MasterKey key = new MasterKey(new Settings(null, null, home, "postgresql://db/hub"));
        assertThatIllegalStateException()
                .isThrownBy(key::find)
                .withMessageStartingWith("HUB-4101 HUB_ID_KEY");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void aWrongKeyIsRefusedAndNotPrinted() {
        MasterKey key = new MasterKey(new Settings("c2hvcnQ=", null, home, null));
        assertThatIllegalStateException()
                .isThrownBy(key::find)
                .withMessageStartingWith("HUB-4101 HUB_ID_KEY")
                .withMessageNotContaining("c2hvcnQ");
    }

    private record Settings(
            @Nullable String text, @Nullable Path file, Path home, @Nullable String url)
            implements SecurityConfig {
        @Override
        public Optional<String> key() {
            return Optional.ofNullable(text);
        }

        @Override
        public Optional<Path> keyFile() {
            return Optional.ofNullable(file);
        }

        @Override
        public Optional<String> server() {
            return Optional.ofNullable(url);
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
