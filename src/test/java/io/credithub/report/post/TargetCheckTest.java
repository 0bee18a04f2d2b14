package io.credithub.report.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.credithub.report.post.TargetCheck.TargetProblem;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One target of each kind, of which one thing is wrong.
final class TargetCheckTest {
    private static final String SECRET = "a secret of this test";
    private static final String OTHER = "another word";

    @TempDir Path folder;
    private final Map<String, String> settings = new TreeMap<>();
    private final KeyPair pair = key();

    private static KeyPair key() {
        try {
            return KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @BeforeEach
    void everyTargetIsWell() throws IOException, GeneralSecurityException {
        write("password", SECRET);
        write("secret", SECRET);
        write("known", "files.example.cn " + PublicKeyEntry.toString(pair.getPublic()));
        privateKey(null);
        Files.createDirectory(folder.resolve("reports"));
        set("office", "kind", "folder", "folder", path("reports"));
        set("sftp", "kind", "sftp", "folder", "/in", "host", "files.example.cn");
        set("sftp", "user", "hub", "key-file", path("key"), "known-hosts", path("known"));
        set("mail", "kind", "mail", "host", "smtp.example.cn", "from", "hub@example.cn");
        set("mail", "recipient-domains", "example.cn", "user", "hub");
        set("mail", "password-file", path("password"));
        set(
                "hook",
                "kind",
                "webhook",
                "url",
                "https://example.cn/x",
                "secret-file",
                path("secret"));
    }

    private void set(String target, String... pairs) {
        settings.put("hub.delivery.targets." + target + ".divisions", "140000");
        for (int at = 0; at < pairs.length; at += 2) {
            settings.put("hub.delivery.targets." + target + "." + pairs[at], pairs[at + 1]);
        }
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content + "\n");
    }

    private void privateKey(@Nullable OpenSSHKeyEncryptionContext locked)
            throws IOException, GeneralSecurityException {
        try (var out = Files.newOutputStream(folder.resolve("key"))) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "test", locked, out);
        }
    }

    private List<TargetProblem> problems() {
        DeliveryConfig config =
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withMapping(DeliveryConfig.class)
                        .withSources(new PropertiesConfigSource(settings, "test", 100))
                        .build()
                        .getConfigMapping(DeliveryConfig.class);
        return TargetCheck.of(config, file -> file.endsWith("open"));
    }

    private void assertOnly(String code, String key) {
        assertThat(problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(problem.key()).isEqualTo("hub.delivery.targets." + key);
                    assertThat(problem.toString()).doesNotContain(SECRET).doesNotContain(OTHER);
                    assertThat(problem.remedy().zh()).isNotBlank();
                });
    }

    @Test
    void whatIsWellIsNoProblem() {
        assertThat(problems()).isEmpty();
    }

    @ParameterizedTest(name = "{0}.{1}")
    @CsvSource({
        "office, folder, reports",
        "sftp, key-file, key",
        "sftp, known-hosts, known",
        "mail, password-file, password",
        "hook, secret-file, secret"
    })
    void whatIsNotThereIsTold(String target, String key, String file) throws IOException {
        Files.delete(folder.resolve(file));
        assertOnly("HUB-4441", target + "." + key);
    }

    @ParameterizedTest(name = "{0}.{1} is for others to read")
    @CsvSource({
        "sftp, key-file, key",
        "mail, password-file, password",
        "hook, secret-file, secret"
    })
    void aSecretThatOthersCanReadIsTold(String target, String key, String file) throws IOException {
        Files.move(folder.resolve(file), folder.resolve("open"));
        set(target, key, path("open"));
        assertOnly("HUB-4443", target + "." + key);
    }

    @ParameterizedTest(name = "{0}.{1}: {3}")
    @CsvSource({
        "mail, password-file, password, ''",
        "hook, secret-file, secret, ''",
        "hook, secret-file, secret, fifteen letters",
        "sftp, key-file, key, another word"
    })
    void aSecretThatIsOfNoUseIsTold(String target, String key, String file, String content)
            throws IOException {
        write(file, content);
        assertOnly("HUB-4444", target + "." + key);
    }

    @Test
    void aKeyThatNeedsAPassphraseIsTold() throws IOException, GeneralSecurityException {
        OpenSSHKeyEncryptionContext locked = new OpenSSHKeyEncryptionContext();
        locked.setCipherType("256");
        locked.setPassword(OTHER);
        privateKey(locked);
        assertOnly("HUB-4444", "sftp.key-file");
    }

    /// Patterns are none that the courier would go by.
    @ParameterizedTest(name = "{0} of {1}:{2} {3}")
    @CsvSource({
        "files.example.cn, files.example.cn, 22, true",
        "'a.example.cn,files.example.cn', files.example.cn, 22, true",
        "[files.example.cn]:2222, files.example.cn, 2222, true",
        "[files.example.cn]:2222, files.example.cn, 22, false",
        "[files.example.cn]:2222, files.example.cn, 2223, false",
        "example.cn, files.example.cn, 22, false",
        "*.example.cn, files.example.cn, 22, false"
    })
    void aServerThatIsNotInKnownHostsIsTold(String known, String host, String port, boolean isKnown)
            throws IOException {
        write("known", known + " " + PublicKeyEntry.toString(pair.getPublic()));
        set("sftp", "host", host, "port", port);
        if (isKnown) assertThat(problems()).isEmpty();
        else assertOnly("HUB-4445", "sftp.known-hosts");
    }

    @Test
    void severalAreToldAtOnce() throws IOException {
        write("password", "");
        write("secret", "");
        write("known", "");
        assertThat(problems())
                .extracting(TargetProblem::code)
                .containsExactly("HUB-4444", "HUB-4444", "HUB-4445");
    }

    @Test
    void aPasswordOfSftpIsLookedAtToo() throws IOException {
        settings.remove("hub.delivery.targets.sftp.key-file");
        set("sftp", "password-file", path("password"));
        assertThat(problems()).isEmpty();
        write("other", "");
        set("sftp", "password-file", path("other"));
        assertOnly("HUB-4444", "sftp.password-file");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "at-once, 0",
        "tries-max, 0",
        "send-max, 0s",
        "first-pause, 0s",
        "longest-pause, 1s"
    })
    void aLimitByWhichNothingIsSentIsTold(String key, String value) {
        settings.put("hub.delivery." + key, value);
        assertThat(problems())
                .extracting(TargetProblem::code, TargetProblem::key)
                .containsExactly(tuple("HUB-4442", "hub.delivery." + key));
    }

    @Test
    void aWrongKindIsTold() {
        set("office", "kind", "pigeon");
        assertOnly("HUB-4441", "office.kind");
    }
}
