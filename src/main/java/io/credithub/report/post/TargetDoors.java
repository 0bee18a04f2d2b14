package io.credithub.report.post;

import io.credithub.report.post.ConfiguredTargets.TargetKeys;
import io.credithub.report.post.DeliveryConfig.ConfiguredTarget;
import io.credithub.report.post.MailCourier.MailDoor;
import io.credithub.report.post.SftpCourier.SftpDoor;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where a target is, by its settings; each is checked, and the first that is wrong is told with
/// [WrongTarget].
final class TargetDoors {
    private static final int SSH = 22;
    private static final int SUBMISSION = 587;
    private static final int SUBMISSIONS = 465;
    private static final int SMTP = 25;

    private TargetDoors() {}

    static Path folder(TargetKeys keys) {
        Path folder = Path.of(keys.needed("folder", keys.target().folder()));
        if (!folder.isAbsolute() || !Files.isDirectory(folder)) {
            throw keys.wrong("folder", "an absolute path of a folder that is there");
        }
        return folder;
    }

    static SftpDoor sftp(TargetKeys keys) {
        ConfiguredTarget target = keys.target();
        String folder = keys.needed("folder", target.folder());
        if (!folder.startsWith("/")) throw keys.wrong("folder", "an absolute path at the server");
        if (target.passwordFile().isPresent() == target.keyFile().isPresent()) {
            throw keys.wrong("key-file", "either key-file or password-file");
        }
        return new SftpDoor(
                keys.needed("host", target.host()),
                target.port().orElse(SSH),
                keys.needed("user", target.user()),
                folder,
                readable(keys, "known-hosts", target.knownHosts()));
    }

    /// The key or the password of an SFTP target.
    static Path credential(TargetKeys keys) {
        ConfiguredTarget target = keys.target();
        return target.keyFile().isPresent()
                ? readable(keys, "key-file", target.keyFile())
                : readable(keys, "password-file", target.passwordFile());
    }

    static MailDoor mail(TargetKeys keys) {
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
        return new MailDoor(
                host,
                target.port().orElse(isOpen ? SMTP : isTls ? SUBMISSIONS : SUBMISSION),
                target.tls(),
                target.user(),
                target.passwordFile(),
                keys.needed("from", target.from()));
    }

    static URI url(TargetKeys keys) {
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
        return url;
    }

    static Path readable(TargetKeys keys, String key, Optional<Path> file) {
        Path path = keys.needed(key, file);
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw keys.wrong(key, "a file that the hub can read");
        }
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
