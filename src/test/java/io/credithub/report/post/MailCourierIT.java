package io.credithub.report.post;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.credithub.flow.subscription.SendFailure;
import io.credithub.report.post.MailCourier.MailDoor;
import io.credithub.testing.ApartFromOthers;
import io.vertx.core.Vertx;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A real mail server on this machine.
@ApartFromOthers
final class MailCourierIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PASSWORD = "pass word of this test";
    private static final String CONTENT = "编号,数量\r\n1,41\r\n";
    private static final String TO = "office@edu.example.cn";
    private static final long LARGE = 1_000_000;

    @TempDir Path folder;
    private final Vertx vertx = Vertx.vertx();
    private final GreenMail server =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private SampleParcel sample;
    private Path password;

    @BeforeEach
    void aServer() throws IOException {
        sample = SampleParcel.of(folder, CONTENT, TO);
        password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        server.setUser(TO, "hub", PASSWORD);
        server.start();
    }

    @AfterEach
    void isGone() {
        server.stop();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private String carry(String tls, Optional<String> user, long bytesMax) {
        MailDoor door =
                new MailDoor(
                        "127.0.0.1",
                        server.getSmtp().getPort(),
                        tls,
                        user,
                        Optional.of(password),
                        "credit-hub@edu.example.cn");
        return new MailCourier(vertx, door, bytesMax, PATIENCE, Runnable::run)
                .carry(sample.parcel(), sample.file())
                .await()
                .atMost(PATIENCE);
    }

    private SendFailure failure(String tls, Optional<String> user) {
        return catchThrowableOfType(SendFailure.class, () -> carry(tls, user, LARGE));
    }

    @Test
    void theReportIsAttachedWithItsManifest() throws MessagingException, IOException {
        assertThat(carry("none", Optional.of("hub"), LARGE)).isEqualTo("accepted for 1");
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("学分汇:学年对账表-140105-2025");
        assertThat(mail.getMessageID()).isEqualTo("<" + SampleParcel.KEY + "@edu.example.cn>");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getCount()).isEqualTo(3);
        assertThat(parts.getBodyPart(0).getContent().toString())
                .contains(sample.parcel().mark().sha256());
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo(SampleParcel.NAME + ".csv");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes())
                .isEqualTo(CONTENT.getBytes(UTF_8));
        assertThat(parts.getBodyPart(2).getFileName())
                .isEqualTo(SampleParcel.NAME + ".manifest.json");
        assertThat(new String(parts.getBodyPart(2).getInputStream().readAllBytes(), UTF_8))
                .isEqualTo(sample.parcel().manifest());
    }

    @Test
    void eachTryIsTheSameMessage() throws MessagingException {
        carry("none", Optional.empty(), LARGE);
        carry("none", Optional.empty(), LARGE);
        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(server.getReceivedMessages()[1].getMessageID())
                .isEqualTo(server.getReceivedMessages()[0].getMessageID());
    }

    @Test
    void ofAFileThatIsTooLargeOnlyTheNoticeGoes() throws MessagingException, IOException {
        carry("none", Optional.empty(), 3);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getContent().toString())
                .contains("/api/v1/reports/12/file")
                .doesNotContain("41\r\n");
    }

    @Test
    void aWrongPasswordIsNotTriedAgainAndNotTold() throws IOException {
        Files.writeString(password, "another secret");
        SendFailure failure = failure("none", Optional.of("hub"));
        assertThat(failure.isPassing()).isFalse();
        assertThat(failure.told()).doesNotContain("secret").doesNotContain(TO);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerWithoutTlsIsGivenNothing() {
        SendFailure failure = failure("starttls", Optional.of("hub"));
        assertThat(failure).isNotNull();
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private SendFailure failureAt(ChoosyMailServer choosy) {
        MailDoor door =
                new MailDoor(
                        "127.0.0.1",
                        choosy.port(),
                        "none",
                        Optional.empty(),
                        Optional.empty(),
                        "credit-hub@edu.example.cn");
        MailCourier courier = new MailCourier(vertx, door, LARGE, PATIENCE, Runnable::run);
        return catchThrowableOfType(
                SendFailure.class,
                () -> courier.carry(sample.parcel(), sample.file()).await().atMost(PATIENCE));
    }

    /// One who is not known must not be left out in silence, and the others not be sent it again.
    @ParameterizedTest(name = "{0}: tried again {1}")
    @CsvSource({"550 5.1.1 no such user left@edu.example.cn, false", "450 try later, true"})
    void whereOneRecipientIsRefusedNobodyIsSentIt(String answer, boolean passes)
            throws IOException {
        sample = SampleParcel.of(folder, CONTENT, TO, "left@edu.example.cn", "c@edu.example.cn");
        try (ChoosyMailServer choosy = new ChoosyMailServer("left@", answer)) {
            SendFailure failure = failureAt(choosy);
            assertThat(failure.isPassing()).isEqualTo(passes);
            assertThat(failure.told())
                    .contains("recipients", answer.substring(0, 3))
                    .doesNotContain("@");
            assertThat(choosy.mails()).isZero();
            assertThat(choosy.commands()).doesNotContain("DATA");
        }
    }

    @Test
    void whatIsLargerThanTheServerTakesIsSomebodysToMend() throws IOException {
        sample = SampleParcel.of(folder, "1,41\r\n".repeat(20_000), TO);
        try (ChoosyMailServer choosy = new ChoosyMailServer("nobody@", "250 ok")) {
            SendFailure failure = failureAt(choosy);
            assertThat(failure.isPassing()).isFalse();
            assertThat(failure.told()).contains("hub.delivery.mail-bytes-max");
            assertThat(choosy.mails()).isZero();
        }
    }

    @Test
    void aServerThatIsDownIsTriedAgain() {
        int port = server.getSmtp().getPort();
        server.stop();
        MailDoor door =
                new MailDoor(
                        "127.0.0.1",
                        port,
                        "none",
                        Optional.empty(),
                        Optional.empty(),
                        "credit-hub@edu.example.cn");
        MailCourier courier = new MailCourier(vertx, door, LARGE, PATIENCE, Runnable::run);
        SendFailure failure =
                catchThrowableOfType(
                        SendFailure.class,
                        () ->
                                courier.carry(sample.parcel(), sample.file())
                                        .await()
                                        .atMost(PATIENCE));
        assertThat(failure.isPassing()).isTrue();
    }
}
