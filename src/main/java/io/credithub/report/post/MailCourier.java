package io.credithub.report.post;

import io.credithub.flow.report.ReportOrder;
import io.credithub.flow.subscription.Parcel;
import io.credithub.flow.subscription.SendFailure;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailAttachment;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// Sends a report by mail, with its manifest; of one that is too large, a notice of where it is.
/// Each try has the same `Message-ID`. A server whose certificate is not known is not spoken to.
final class MailCourier implements Courier {
    private static final int SILENCE_SECONDS = 60;
    private static final int CONNECT_MILLIS = 30_000;
    private static final int NOT_LET_IN_FIRST = 530;
    private static final int NOT_LET_IN_LAST = 539;
    private static final String REFUSED = "邮件服务器拒收 · the mail server refuses it: ";
    private static final String NO_RECIPIENT =
            "邮件服务器不接受其中一个收件人,未发给任何人 · the mail server does not accept one of the"
                    + " recipients, nobody was sent it: ";
    private static final String TOO_LARGE =
            "邮件超过邮件服务器的上限 · the mail is larger than the server takes;"
                    + " hub.delivery.mail-bytes-max";
    private static final String NOT_LET_IN =
            "邮件服务器拒绝登录 · the mail server does not let the hub in: ";
    private static final String NO_ANSWER = "邮件服务器无应答 · no answer of the mail server";

    private final Vertx vertx;
    private final MailDoor door;
    private final long bytesMax;
    private final Duration most;
    private final Executor workers;

    /// @param tls `starttls`, `tls` or `none`
    record MailDoor(
            String host,
            int port,
            String tls,
            Optional<String> user,
            Optional<Path> passwordFile,
            String from) {
        @Override
        public String toString() {
            return "MailDoor";
        }
    }

    MailCourier(Vertx vertx, MailDoor door, long bytesMax, Duration most, Executor workers) {
        this.vertx = vertx;
        this.door = door;
        this.bytesMax = bytesMax;
        this.most = most;
        this.workers = workers;
    }

    @Override
    public Uni<String> carry(Parcel parcel, Path file) {
        return Uni.createFrom()
                .item(() -> message(parcel, file))
                .runSubscriptionOn(workers)
                .chain(this::sent);
    }

    private Uni<String> sent(MailMessage message) {
        return Uni.createFrom()
                .item(this::settings)
                .runSubscriptionOn(workers)
                .map(settings -> MailClient.create(vertx, settings))
                .chain(client ->
                        Uni.createFrom()
                                .completionStage(() -> client.sendMail(message).toCompletionStage())
                                .ifNoItem()
                                .after(most)
                                .failWith(() -> SendFailure.passing(NO_ANSWER))
                                .onTermination()
                                .invoke(() -> client.close()))
                .map(result -> "accepted for " + result.getRecipients().size())
                .onFailure(failure -> !(failure instanceof SendFailure))
                .transform(MailCourier::failure);
    }

    private MailConfig settings() {
        MailConfig settings =
                new MailConfig()
                        .setHostname(door.host())
                        .setPort(door.port())
                        .setSsl(door.tls().equals("tls"))
                        .setStarttls(
                                door.tls().equals("starttls")
                                        ? StartTLSOptions.REQUIRED
                                        : StartTLSOptions.DISABLED)
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setIdleTimeout(SILENCE_SECONDS)
                        .setIdleTimeoutUnit(TimeUnit.SECONDS)
                        .setKeepAlive(false)
                        // All or nobody: no content before every recipient was accepted.
                        .setAllowRcptErrors(false)
                        .setPipelining(false)
                        .setLogin(LoginOption.NONE);
        if (!door.tls().equals("none")) settings.setHostnameVerificationAlgorithm("HTTPS");
        if (door.user().isPresent() && door.passwordFile().isPresent()) {
            settings.setLogin(LoginOption.REQUIRED)
                    .setUsername(door.user().get())
                    .setPassword(new SecretFile(door.passwordFile().get()).read());
        }
        return settings;
    }

    private MailMessage message(Parcel parcel, Path file) {
        boolean isAttached = parcel.mark().bytes() <= bytesMax;
        MailMessage message =
                new MailMessage()
                        .setFrom(door.from())
                        .setTo(parcel.address().recipients())
                        .setSubject("学分汇:" + parcel.order().title())
                        .setText(text(parcel, isAttached))
                        .addHeader("Message-ID", messageId(parcel))
                        .addHeader("Auto-Submitted", "auto-generated");
        if (isAttached) message.setAttachment(attached(parcel, file));
        return message;
    }

    private String messageId(Parcel parcel) {
        String domain = door.from().substring(door.from().lastIndexOf('@') + 1).replace(">", "");
        return "<" + parcel.key() + "@" + domain + ">";
    }

    private static List<MailAttachment> attached(Parcel parcel, Path file) {
        List<MailAttachment> files = new ArrayList<>();
        try {
            files.add(
                    MailAttachment.create()
                            .setName(parcel.fileName())
                            .setContentType(parcel.order().format().mediaType())
                            .setData(Buffer.buffer(Files.readAllBytes(file))));
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
        files.add(
                MailAttachment.create()
                        .setName(parcel.manifestName())
                        .setContentType("application/json")
                        .setData(Buffer.buffer(parcel.manifest())));
        return files;
    }

    private static String text(Parcel parcel, boolean isAttached) {
        ReportOrder order = parcel.order();
        String where =
                isAttached
                        ? "见附件 · attached: " + parcel.fileName()
                        : "文件过大,请持密钥取自 · too large for mail; take it with your key from"
                                + " /api/v1/reports/%d/file".formatted(parcel.job());
        return """
        %s · %s
        区划 division: %s
        学年 school year: %d
        截至 as of: %s
        大小 bytes: %d
        SHA-256: %s
        订阅 subscription: %d · 投递 delivery: %d

        %s

        本邮件由学分汇自动发送,请勿回复。 · Sent by Credit Hub; please do not answer.
        """
                .formatted(
                        order.name().title().zh(),
                        order.name().title().en(),
                        order.within().divisionCode(),
                        order.schoolYear(),
                        parcel.asOf(),
                        parcel.mark().bytes(),
                        parcel.mark().sha256(),
                        parcel.subscription(),
                        parcel.dispatch(),
                        where);
    }

    /// What the server says may quote an address: its number is told alone.
    private static SendFailure failure(Throwable failure) {
        String words = String.valueOf(failure.getMessage());
        if (words.startsWith("message exceeds")) return SendFailure.lasting(TOO_LARGE);
        if (!(failure instanceof SMTPException answer) || answer.getReplyCode() <= 0) {
            return SendFailure.passing(NO_ANSWER, failure);
        }
        int code = answer.getReplyCode();
        boolean isLogin = code >= NOT_LET_IN_FIRST && code <= NOT_LET_IN_LAST;
        if (isLogin) return SendFailure.lasting(NOT_LET_IN + code);
        String told = (words.startsWith("recipient") ? NO_RECIPIENT : REFUSED) + code;
        return answer.isPermanent() ? SendFailure.lasting(told) : SendFailure.passing(told);
    }
}
