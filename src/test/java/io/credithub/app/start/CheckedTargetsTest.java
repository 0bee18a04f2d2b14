package io.credithub.app.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.flow.feed.FileProblem;
import io.credithub.store.server.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A webhook, as the environment configures it.
final class CheckedTargetsTest {
    private static final String SECRET = "a secret of this test";

    @TempDir private Path home = Path.of("");

    private HubEnvironment hook(String rights) throws IOException {
        Path secret = Files.writeString(home.resolve("secret"), SECRET);
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString(rights));
        String target = "HUB_DELIVERY_TARGETS_HOOK_";
        return new HubEnvironment(
                Map.of(
                        target + "KIND", "webhook",
                        target + "DIVISIONS", "140000",
                        target + "URL", "https://example.cn/reports",
                        target + "SECRET_FILE", secret.toString()),
                home,
                home);
    }

    @Test
    void aSecretForTheHubAloneIsWell() throws IOException {
        HubEnvironment around = hook("rw-------");
        assertThat(CheckedSettings.of(around)).isEmpty();
        assertThatCode(() -> CheckedTargets.requireSecrets(around)).doesNotThrowAnyException();
    }

    @Test
    void aSecretThatOthersCanReadIsToldAndStopsTheStart() throws IOException {
        HubEnvironment around = hook("rw-r--r--");
        List<FileProblem> problems = CheckedSettings.of(around);
        assertThat(problems)
                .singleElement()
                .extracting(FileProblem::toString)
                .asString()
                .contains("hub.delivery.targets.hook.secret-file", "HUB-4443", "chmod 600")
                .doesNotContain(SECRET);
        assertThatThrownBy(() -> CheckedTargets.requireSecrets(around))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("HUB-4229")
                .hasMessageContaining("secret");
    }

    @Test
    void withoutTargetsNothingIsLookedAt() {
        HubEnvironment around = new HubEnvironment(Map.of(), home, home);
        assertThat(CheckedTargets.problems(around)).isEmpty();
        assertThatCode(() -> CheckedTargets.requireSecrets(around)).doesNotThrowAnyException();
    }
}
