package io.credithub.report.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import io.credithub.domain.Text;
import io.credithub.flow.subscription.SendFailure;
import io.credithub.flow.subscription.TargetTerms;
import io.credithub.report.post.ConfiguredTargets.TargetKeys;
import io.credithub.report.post.DeliveryConfig.ConfiguredTarget;
import io.credithub.report.post.SftpCourier.SftpDoor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Whether reports could be sent to the targets of a configuration, as far as that can be told
/// without asking anybody: their files are opened, nothing is sent. No secret is told.
public final class TargetCheck {
    private static final String OPEN = "HUB-4443";
    private static final String UNUSABLE = "HUB-4444";
    private static final String UNKNOWN_HOST = "HUB-4445";
    private static final String UNWRITABLE = "HUB-4446";
    private static final int SSH = 22;

    private final TargetKeys keys;
    private final Predicate<Path> isOpen;
    private final List<TargetProblem> problems = new ArrayList<>();

    /// Something that stands in the way of a target.
    ///
    /// @param key as it is written in the configuration
    public record TargetProblem(String code, String key, Text problem, Text remedy) {}

    private TargetCheck(TargetKeys keys, Predicate<Path> isOpen) {
        this.keys = keys;
        this.isOpen = isOpen;
    }

    /// @param isOpen whether others than the hub's user can read a file
    /// @return by the names of the targets
    public static List<TargetProblem> of(DeliveryConfig config, Predicate<Path> isOpen) {
        List<TargetProblem> problems = new ArrayList<>();
        try {
            ConfiguredTargets.limits(config);
        } catch (WrongTarget wrong) {
            problems.add(refused(wrong));
        }
        new TreeMap<>(config.targets())
                .forEach((name, target) -> {
                    TargetCheck check = new TargetCheck(new TargetKeys(name, target), isOpen);
                    check.settings();
                    problems.addAll(check.problems);
                });
        return List.copyOf(problems);
    }

    /// The files with the secrets of all targets.
    public static List<Path> secrets(DeliveryConfig config) {
        List<Path> files = new ArrayList<>();
        for (ConfiguredTarget target : config.targets().values()) {
            target.passwordFile().ifPresent(files::add);
            target.keyFile().ifPresent(files::add);
            target.secretFile().ifPresent(files::add);
        }
        return List.copyOf(files);
    }

    private void settings() {
        try {
            TargetTerms terms = ConfiguredTargets.terms(keys);
            switch (terms.kind()) {
                case FOLDER -> folder(TargetDoors.folder(keys));
                case SFTP -> sftp(TargetDoors.sftp(keys));
                case MAIL -> {
                    TargetDoors.mail(keys);
                    if (keys.target().user().isPresent()) password();
                }
                case WEBHOOK -> {
                    TargetDoors.url(keys);
                    secret(readable("secret-file", keys.target().secretFile()));
                }
            }
        } catch (WrongTarget wrong) {
            problems.add(refused(wrong));
        }
    }

    private static TargetProblem refused(WrongTarget wrong) {
        return new TargetProblem(
                wrong.code(),
                wrong.key(),
                new Text("设置有误,启动时会被拒绝", "the start would refuse this"),
                new Text("应为 " + wrong.expected(), "should be: " + wrong.expected()));
    }

    private void folder(Path folder) {
        if (Files.isWritable(folder)) return;
        told(
                UNWRITABLE,
                "folder",
                new Text("文件夹不可写", "the folder cannot be written to"),
                new Text(
                        "让运行学分汇的用户可写,或另选文件夹", "let the hub's user write there, or choose another"));
    }

    private void sftp(SftpDoor door) {
        if (keys.target().keyFile().isPresent()) {
            key(readable("key-file", keys.target().keyFile()));
        } else {
            password();
        }
        if (isKnown(door)) return;
        told(
                UNKNOWN_HOST,
                "known-hosts",
                new Text(
                        "其中没有该服务器的主机密钥,不会向其投递",
                        "it has no key of the server: nothing would be sent"),
                new Text(
                        "以 ssh-keyscan 取得、人工核对后加入;端口不是 22 的写作 [host]:port",
                        "add it, compared by hand, as ssh-keyscan prints it; [host]:port unless the"
                                + " port is 22"));
    }

    private boolean isKnown(SftpDoor door) {
        String host = door.port() == SSH ? door.host() : "[" + door.host() + "]:" + door.port();
        try {
            JSch ssh = new JSch();
            ssh.setKnownHosts(door.knownHosts().toString());
            return ssh.getHostKeyRepository().getHostKey(host, null).length > 0;
        } catch (JSchException unreadable) {
            return false;
        }
    }

    /// What is no key, or one with a passphrase, lets nobody in.
    private void key(Path file) {
        closed("key-file", file);
        String wrong = wrongKey(file);
        if (wrong.isEmpty()) return;
        told(
                UNUSABLE,
                "key-file",
                new Text("不能用作私钥", "it " + wrong),
                new Text("以 ssh-keygen 生成不带口令的私钥", "make one without a passphrase by ssh-keygen"));
    }

    private static String wrongKey(Path file) {
        try {
            KeyPair pair = KeyPair.load(new JSch(), file.toString(), null);
            boolean isLocked = pair.isEncrypted();
            pair.dispose();
            return isLocked ? "needs a passphrase" : "";
        } catch (JSchException noKey) {
            return "is no private key";
        }
    }

    private void password() {
        Path file = readable("password-file", keys.target().passwordFile());
        closed("password-file", file);
        if (!text(file).isEmpty()) return;
        told(
                UNUSABLE,
                "password-file",
                new Text("文件是空的", "it is empty"),
                new Text("写入口令", "write the password into it"));
    }

    private void secret(Path file) {
        closed("secret-file", file);
        if (text(file).getBytes(UTF_8).length >= WebhookCourier.SECRET_MIN) return;
        told(
                UNUSABLE,
                "secret-file",
                new Text("签名密钥不足 16 字节", "the secret has fewer than 16 bytes"),
                new Text("例如以 openssl rand -hex 32 生成", "make one, say by openssl rand -hex 32"));
    }

    private static String text(Path file) {
        try {
            return new SecretFile(file).read();
        } catch (SendFailure unreadable) {
            return "";
        }
    }

    private Path readable(String key, Optional<Path> file) {
        return TargetDoors.readable(keys, key, file);
    }

    private void closed(String key, Path file) {
        if (!isOpen.test(file)) return;
        told(
                OPEN,
                key,
                new Text("本机其他用户可读", "others than the hub's user can read it"),
                new Text(
                        "chmod 600,并更换可能已泄露的密钥",
                        "chmod 600, and change the secret if somebody may have read it"));
    }

    private void told(String code, String key, Text problem, Text remedy) {
        problems.add(new TargetProblem(code, keys.key(key), problem, remedy));
    }
}
