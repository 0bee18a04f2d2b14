package io.credithub.report.post;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.credithub.flow.subscription.SendFailure;
import io.credithub.report.post.SftpCourier.SftpDoor;
import io.credithub.testing.ApartFromOthers;
import io.smallrye.mutiny.TimeoutException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.jspecify.annotations.Nullable;
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
    void theReportTakesItsPlaceFirstAndTheManifestLast() {
        Watched watched = watch(null);
        carry(byPassword("/in"));
        String name = SampleParcel.NAME;
        assertThat(watched.renamed)
                .containsExactly(name + ".csv", name + ".sha256", name + ".manifest.json");
    }

    @Test
    void noManifestStandsBesideAnotherReport() throws IOException {
        carry(byPassword("/in"));
        Path manifest = served.resolve("in").resolve(SampleParcel.NAME + ".manifest.json");
        Watched watched = watch(manifest);
        carry(byPassword("/in"));
        assertThat(watched.stands).isNotEmpty().containsOnly(false);
        assertWhole();
    }

    @Test
    void aDiskThatIsFullLeavesNothingUnderTheNameAndIsTriedAgain() throws IOException {
        Watched watched = watch(null);
        watched.isFull = true;
        SendFailure failure = failure(byPassword("/in"));
        assertThat(failure.isPassing()).isTrue();
        assertThat(failure.told()).contains("could not write");
        assertThat(names()).allMatch(one -> one.endsWith(".part"));
        watched.isFull = false;
        carry(byPassword("/in"));
        assertWhole();
    }

    /// What was slow for too long is left, and writes nothing more.
    @Test
    void whoIsLeftWritesNothingMore() throws IOException, InterruptedException {
        Watched watched = watch(null);
        watched.isSlow = true;
        ExecutorService worker = Executors.newSingleThreadExecutor();
        try {
            assertThatThrownBy(() ->
                            SftpCourier.byPassword(door("/in"), password, worker)
                                    .carry(sample.parcel(), sample.file())
                                    .ifNoItem()
                                    .after(Duration.ofSeconds(3))
                                    .fail()
                                    .await()
                                    .atMost(PATIENCE))
                    .isInstanceOf(TimeoutException.class);
            watched.go.countDown();
        } finally {
            worker.shutdown();
        }
        assertThat(worker.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(names()).allMatch(one -> one.endsWith(".part"));
    }

    /// @param manifest of which it is told whether it stands when something is renamed
    private Watched watch(@Nullable Path manifest) {
        Watched watched = new Watched(manifest);
        SftpSubsystemFactory factory = new SftpSubsystemFactory();
        factory.addSftpEventListener(watched);
        server.setSubsystemFactories(List.of(factory));
        return watched;
    }

    /// Sees what is done at the server, and makes it difficult.
    private static final class Watched implements SftpEventListener {
        private final List<String> renamed = new CopyOnWriteArrayList<>();
        private final List<Boolean> stands = new CopyOnWriteArrayList<>();
        private final CountDownLatch go = new CountDownLatch(1);
        private final @Nullable Path manifest;
        private volatile boolean isFull;
        private volatile boolean isSlow;

        private Watched(@Nullable Path manifest) {
            this.manifest = manifest;
        }

        @Override
        public void moving(
                ServerSession session, Path from, Path to, Collection<CopyOption> options) {
            if (manifest != null) stands.add(Files.exists(manifest));
        }

        @Override
        public void moved(
                ServerSession session,
                Path from,
                Path to,
                Collection<CopyOption> options,
                @Nullable Throwable failure) {
            if (failure == null) renamed.add(String.valueOf(to.getFileName()));
        }

        @Override
        public void writing(
                ServerSession session,
                String handle,
                FileHandle file,
                long offset,
                byte[] content,
                int from,
                int length)
                throws IOException {
            if (isFull) throw new IOException("No space left on device");
            if (!isSlow) return;
            try {
                go.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
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
