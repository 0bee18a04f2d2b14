package io.credithub.report.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.credithub.flow.subscription.Parcel;
import io.credithub.flow.subscription.SendFailure;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.Executor;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Posts a report to an address, signed: whoever knows the secret can tell that it is this hub's,
/// fresh and whole. The `Idempotency-Key` is the same for each try. No redirect is followed.
///
/// Addresses are the operator's, who may well mean a private one; nobody else can name any.
final class WebhookCourier implements Courier {
    static final String TIMESTAMP = "X-CreditHub-Timestamp";
    static final String MANIFEST = "X-CreditHub-Manifest";
    static final String SIGNATURE = "X-CreditHub-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    /// Bytes of a secret, at least.
    static final int SECRET_MIN = 16;

    private static final int BUFFER = 64 * 1024;
    private static final int OK_FIRST = 200;
    private static final int OK_LAST = 299;
    private static final int REFUSED_FIRST = 300;
    private static final int REFUSED_LAST = 499;

    /// Of those that refuse, what time may mend: too slow, too early, too many.
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);

    private static final Duration CONNECT = Duration.ofSeconds(30);
    private static final String NO_ANSWER = "接收地址无应答 · no answer of the receiver";
    private static final String WEAK = "签名密钥不足 16 字节 · the secret has fewer than 16 bytes";

    private final URI url;
    private final SecretFile secret;
    private final Duration most;
    private final InstantSource clock;
    private final Executor workers;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .build();

    WebhookCourier(URI url, Path secret, Duration most, InstantSource clock, Executor workers) {
        this.url = url;
        this.secret = new SecretFile(secret);
        this.most = most;
        this.clock = clock;
        this.workers = workers;
    }

    @Override
    public Uni<String> carry(Parcel parcel, Path file) {
        return Uni.createFrom()
                .item(() -> request(parcel, file))
                .runSubscriptionOn(workers)
                .chain(request ->
                        Uni.createFrom()
                                .completionStage(
                                        () -> http.sendAsync(request, BodyHandlers.discarding())))
                .ifNoItem()
                .after(most)
                .failWith(() -> SendFailure.passing(NO_ANSWER))
                .map(answer -> told(answer.statusCode()))
                .onFailure(failure -> !(failure instanceof SendFailure))
                .transform(failure -> SendFailure.passing(NO_ANSWER, failure));
    }

    private HttpRequest request(Parcel parcel, Path file) {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        String manifest = Base64.getEncoder().encodeToString(parcel.manifest().getBytes(UTF_8));
        byte[] sha256 = HexFormat.of().parseHex(parcel.mark().sha256());
        String digest = "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":";
        try {
            return HttpRequest.newBuilder(url)
                    .timeout(most)
                    .header("Content-Type", parcel.order().format().mediaType())
                    .header(
                            "Content-Disposition",
                            "attachment; filename=\"" + parcel.fileName() + "\"")
                    .header("Content-Digest", digest)
                    .header("Idempotency-Key", parcel.key().toString())
                    .header(MANIFEST, manifest)
                    .header(TIMESTAMP, timestamp)
                    .header(SIGNATURE, "v1=" + signature(timestamp + "." + manifest + ".", file))
                    .POST(BodyPublishers.ofFile(file))
                    .build();
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    private String signature(String head, Path file) throws IOException {
        byte[] key = secret.read().getBytes(UTF_8);
        if (key.length < SECRET_MIN) throw SendFailure.lasting(WEAK);
        try (InputStream body = Files.newInputStream(file)) {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(head.getBytes(UTF_8));
            byte[] some = new byte[BUFFER];
            for (int read = body.read(some); read >= 0; read = body.read(some)) {
                mac.update(some, 0, read);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String told(int status) {
        if (status >= OK_FIRST && status <= OK_LAST) return "HTTP " + status;
        boolean isRefused = status >= REFUSED_FIRST && status <= REFUSED_LAST;
        String told = "接收地址答复 %1$d · the receiver answers %1$d".formatted(status);
        throw isRefused && !PASSING.contains(status)
                ? SendFailure.lasting(told)
                : SendFailure.passing(told);
    }
}
