package io.credithub.report.post;

import io.credithub.flow.subscription.DispatchTarget.TargetKind;
import io.credithub.report.post.ConfiguredTargets.TargetKeys;
import io.credithub.report.post.DeliveryConfig.ConfiguredTarget;
import io.credithub.report.post.MailCourier.MailDoor;
import io.credithub.report.post.SftpCourier.SftpDoor;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/// Makes the courier of each target, of settings that are checked: what would only fail at the
/// first report stops the start.
final class Couriers {
    private static final int SSH = 22;
    private static final int SUBMISSION = 587;
    private static final int SUBMISSIONS = 465;
    private static final int SMTP = 25;

    private final DeliveryConfig config;
    private final Vertx vertx;
    private final Executor workers;
    private final InstantSource clock;

    Couriers(DeliveryConfig config, Vertx vertx, Executor workers, InstantSource clock) {
        this.config = config;
        this.vertx = vertx;
        this.workers = workers;
        this.clock = clock;
    }

    Courier courier(TargetKeys keys, TargetKind kind) {
        return switch (kind) {
            case FOLDER -> folder(keys);
            case SFTP -> sftp(keys);
            case MAIL -> mail(keys);
            case WEBHOOK -> webhook(keys);
        };
    }

    private Courier folder(TargetKeys keys) {
        Path folder = Path.of(keys.needed("folder", keys.target().folder()));
        if (!folder.isAbsolute() || !Files.isDirectory(folder)) {
            throw keys.wrong("folder", "an absolute path of a folder that is there");
        }
        return new FolderCourier(folder, workers, FolderCourier.Renaming.ATOMIC);
    }

    private Courier sftp(TargetKeys keys) {
        ConfiguredTarget target = keys.target();
        String folder = keys.needed("folder", target.folder());
        if (!folder.startsWith("/")) throw keys.wrong("folder", "an absolute path at the server");
        if (target.passwordFile().isPresent() == target.keyFile().isPresent()) {
            throw keys.wrong("key-file", "either key-file or password-file");
        }
        SftpDoor door =
                new SftpDoor(
                        keys.needed("host", target.host()),
                        target.port().orElse(SSH),
                        keys.needed("user", target.user()),
                        folder,
                        readable(keys, "known-hosts", target.knownHosts()));
        return target.keyFile().isPresent()
                ? SftpCourier.byKey(door, readable(keys, "key-file", target.keyFile()), workers)
                : SftpCourier.byPassword(
                        door, readable(keys, "password-file", target.passwordFile()), workers);
    }

    private Courier mail(TargetKeys keys) {
        ConfiguredTarget target = keys.target();
        String host = keys.needed("host", target.host());
        if (!Set.of("starttls", "tls", "none").contains(target.tls())) {
            throw keys.wrong("tls", "starttls, tls or none");
        }
        boolean isOpen = target.tls().equals("none");
        if (isOpen && !isLoopback(host)) {
            throw keys.wrong("tls", "none is only for a server of this machine");
        }
        if (target.recipientDomains().orElse(List.of()).isEmpty()) {
            throw keys.wrong("recipient-domains", "is missing");
        }
        if (target.user().isPresent()) readable(keys, "password-file", target.passwordFile());
        boolean isTls = target.tls().equals("tls");
        MailDoor door =
                new MailDoor(
                        host,
                        target.port().orElse(isOpen ? SMTP : isTls ? SUBMISSIONS : SUBMISSION),
                        target.tls(),
                        target.user(),
                        target.passwordFile(),
                        keys.needed("from", target.from()));
        return new MailCourier(
                vertx, door, config.mailBytesMax().asLongValue(), config.sendMax(), workers);
    }

    private Courier webhook(TargetKeys keys) {
        URI url;
        try {
            url = URI.create(keys.needed("url", keys.target().url()));
        } catch (IllegalArgumentException notAnAddress) {
            throw keys.wrong("url", "an address");
        }
        String host = url.getHost();
        if (host == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw keys.wrong("url", "an address with a host, without user and password");
        }
        boolean isSecret = "https".equals(url.getScheme());
        if (!isSecret && !("http".equals(url.getScheme()) && isLoopback(host))) {
            throw keys.wrong("url", "https, or http of this machine");
        }
        Path secret = readable(keys, "secret-file", keys.target().secretFile());
        return new WebhookCourier(url, secret, config.sendMax(), clock, workers);
    }

    private static Path readable(TargetKeys keys, String key, Optional<Path> file) {
        Path path = keys.needed(key, file);
        if (!Files.isReadable(path)) throw keys.wrong(key, "a file that the hub can read");
        return path;
    }

    /// By its writing alone: a name that is looked up may lead elsewhere tomorrow.
    private static boolean isLoopback(String host) {
        String bare = host.replace("[", "").replace("]", "");
        if (bare.equals("localhost") || bare.equals("::1")) return true;
        if (!bare.matches("127(?:\\.[0-9]{1,3}){3}")) return false;
        try {
            return InetAddress.getByName(bare).isLoopbackAddress();
        } catch (UnknownHostException notANumber) {
            return false;
        }
    }
}
