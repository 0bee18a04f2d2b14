package io.credithub.report.post;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.credithub.flow.subscription.SendFailure;
import io.credithub.report.post.SftpCourier.SftpDoor;
import io.credithub.testing.ApartFromOthers;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real SFTP server on this machine, and a courier that trusts one key only.
@ApartFromOthers
final class SftpCourierIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PASSWORD = "pass word of this test";
    private static final String CONTENT = "编号,数量\r\n1,41\r\n";

    @TempDir Path folder;
    @TempDir Path served;
    private SshServer server;
    private SampleParcel sample;
    private Path password;
    private Path knownHosts;
    private final KeyPair host = key();
    private final KeyPair user = key();

    private static KeyPair key() {
        try {
            return KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @BeforeEach
    void aServer() throws IOException {
        sample = SampleParcel.of(folder, CONTENT);
        password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        server = SshServer.setUpDefaultServer();
        server.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(host));
        server.setPasswordAuthenticator(
                (name, given, _) -> name.equals("hub") && given.equals(PASSWORD));
        server.setPublickeyAuthenticator((name, given, _) ->
                name.equals("hub") && KeyUtils.compareKeys(given, user.getPublic()));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(served));
        Files.createDirectory(served.resolve("in"));
        server.start();
        knownHosts = known(host);
    }

    @AfterEach
    void isGone() throws IOException {
        server.stop(true);
    }

    private Path known(KeyPair key) throws IOException {
        String line =
                "[127.0.0.1]:" + server.getPort() + " " + PublicKeyEntry.toString(key.getPublic());
        return Files.writeString(folder.resolve("known_hosts"), line + "\n");
    }

    private SftpDoor door(String at) {
        return new SftpDoor("127.0.0.1", server.getPort(), "hub", at, knownHosts);
    }

    private String carry(SftpCourier courier) {
        return courier.carry(sample.parcel(), sample.file()).await().atMost(PATIENCE);
    }

    private SftpCourier byPassword(String at) {
        return SftpCourier.byPassword(door(at), password, Runnable::run);
    }

    private SendFailure failure(SftpCourier courier) {
        return catchThrowableOfType(SendFailure.class, () -> carry(courier));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(served.resolve("in"))) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void assertWhole() throws IOException {
        String name = SampleParcel.NAME;
        assertThat(names())
                .containsExactly(name + ".csv", name + ".manifest.json", name + ".sha256");
        assertThat(served.resolve("in").resolve(name + ".csv")).hasContent(CONTENT);
        assertThat(served.resolve("in").resolve(name + ".manifest.json"))
                .hasContent(sample.parcel().manifest());
    }

    @Test
    void byPasswordTheReportIsThereWhole() throws IOException {
        assertThat(carry(byPassword("/in"))).isEqualTo("renamed");
        assertWhole();
    }

    @Test
    void byKeyTheReportIsThereWhole() throws IOException, GeneralSecurityException {
        Path file = folder.resolve("key");
        try (var out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(user, "test", null, out);
        }
        carry(SftpCourier.byKey(door("/in/"), file, Runnable::run));
        assertWhole();
    }

    @Test
    void sentAgainItIsThereOnce() throws IOException {
        carry(byPassword("/in"));
        Files.write(
                served.resolve("in").resolve(SampleParcel.NAME + ".csv.part"),
                "half of an earlier try, longer than the whole".getBytes(UTF_8));
        carry(byPassword("/in"));
        assertWhole();
    }

    @Test
    void aServerOfAnotherKeyIsGivenNothing() throws IOException {
        knownHosts = known(key());
        SendFailure failure = failure(byPassword("/in"));
        assertThat(failure.isPassing()).isFalse();
        assertThat(failure.told()).contains("known-hosts");
        assertThat(names()).isEmpty();
    }

    @Test
    void aServerThatNobodyKnowsIsGivenNothingAndIsNotLearned() throws IOException {
        Files.writeString(knownHosts, "");
        SendFailure failure = failure(byPassword("/in"));
        assertThat(failure.isPassing()).isFalse();
        assertThat(failure.told()).contains("known-hosts");
        assertThat(knownHosts).isEmptyFile();
        assertThat(names()).isEmpty();
    }

    @Test
    void aWrongPasswordIsNotTriedAgainAndNotTold() throws IOException {
        Files.writeString(password, "another secret");
        SendFailure failure = failure(byPassword("/in"));
        assertThat(failure.isPassing()).isFalse();
        assertThat(failure.toString()).doesNotContain("secret").doesNotContain("127.0.0.1");
    }

    @Test
    void aFolderThatIsNotThereIsSomebodysToMend() {
        assertThat(failure(byPassword("/nowhere")).isPassing()).isFalse();
    }

    @Test
    void aServerThatIsDownIsTriedAgain() throws IOException {
        SftpCourier courier = byPassword("/in");
        server.stop(true);
        assertThat(failure(courier).isPassing()).isTrue();
    }
}
