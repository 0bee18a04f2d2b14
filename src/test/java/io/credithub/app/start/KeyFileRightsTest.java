package io.credithub.app.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.store.server.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeyFileRightsTest {
    @TempDir Path home;

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "id.key, rw-------, ''",
        "id.key, r--------, ''",
        "id.key, rw-r-----, HUB-4229",
        "id.key, rw-r--r--, HUB-4229",
        "sign.key, rw----r--, HUB-4229",
        "operator.key, rw--w----, HUB-4229",
        "passwords.properties, rw-r--r--, HUB-4229",
        "certificate-keys.json, rw-r--r--, ''"
    })
    void aSecretIsForTheHubsUserAlone(String name, String rights, String code) throws IOException {
        keep(name, rights);
        assertThat(told(Map.of())).startsWith(code);
    }

    @ParameterizedTest
    @CsvSource({"HUB_ID_KEY_FILE", "HUB_SIGN_KEY_FILE", "HUB_OPERATOR_KEY_FILE"})
    void soIsOneThatIsNamed(String variable) throws IOException {
        Path file = keep("elsewhere", "rw-r--r--");
        assertThat(told(Map.of(variable, file.toString())))
                .startsWith("HUB-4229")
                .contains("chmod 600 " + file);
    }

    @Test
    void aFileThatIsNotThereIsAnothersToJudge() {
        assertThat(told(Map.of("HUB_ID_KEY_FILE", home.resolve("none").toString()))).isEmpty();
    }

    private Path keep(String name, String rights) throws IOException {
        Path file = Files.writeString(home.resolve(name), "x");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }

    private String told(Map<String, String> variables) {
        Map<String, String> environment = new HashMap<>(variables);
        environment.put("HUB_HOME", home.toString());
        try {
            KeyFileRights.requireAll(new HubEnvironment(environment, home, home));
            return "";
        } catch (CannotStart refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
