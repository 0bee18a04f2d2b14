package io.credithub.app.command;

import io.credithub.app.command.review.VerifiedPackage;
import io.credithub.app.start.CertificateToday;
import io.credithub.app.start.HubEnvironment;
import io.credithub.app.start.PublishKeys;
import io.credithub.flow.certificate.Certificate;
import io.credithub.flow.certificate.Certificates.Published;
import io.credithub.flow.certificate.Certificates.Struck;
import io.credithub.flow.certificate.Jwks;
import io.credithub.flow.certificate.Jws;
import io.credithub.flow.certificate.Jws.Check;
import io.credithub.flow.certificate.VerificationKey;
import io.credithub.report.PlainCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Checks a certificate of credits, or the file of a signed statement: no server, no database. What
/// it prints is what was signed, whatever the paper around the code says.
@Command(
        name = "verify",
        description = {
            "Checks the verification code of a certificate of credits, or a signed statement, "
                    + "offline.",
            "It prints what the certificate says, as at issue. A code that mail or "
                    + "paper has wrapped or quoted is read. Whether the certificate was revoked "
                    + "since, the hub that issued it tells at "
                    + "/api/v1/certificates/{number}/status.",
            "Of the file of a signed statement (ZIP) it checks every part, the signature and, with "
                    + "--keys, whether the key that signed it is one of them.",
            "Status 0: genuine; 1: not genuine, or damaged; 2: the call is wrong."
        })
public final class VerifyCommand implements Callable<Integer> {
    private static final int NOT_GENUINE = 1;

    /// How every code begins.
    private static final String CODE = "eyJ";

    private static final int BYTES_MAX = 1 << 20;

    private final InputStream in;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description =
                    "The public keys of the hub that issued it, as /api/v1/certificates/keys gives"
                            + " them (default: HUB_HOME/certificate-keys.json).")
    private @Nullable Path keys;

    @Option(
            names = "--hub",
            paramLabel = "URL",
            description =
                    "Asks the hub that issued it, without a key, whether it holds today: VALID,"
                            + " IN_QUESTION, REVOKED or UNKNOWN; anything but VALID ends with"
                            + " status 1.")
    private @Nullable URI hub;

    @Parameters(
            arity = "0..1",
            paramLabel = "CODE|FILE",
            description = "The code, or a file that holds it (default: standard input).")
    private @Nullable String given;

    public VerifyCommand() {
        this(System.in);
    }

    public VerifyCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() {
        Path signed = statement();
        if (signed != null) return verified(signed);
        List<Published> known = known();
        List<VerificationKey> keys = known.stream().map(Published::key).toList();
        return switch (Jws.check(text(), keys)) {
            case Check.Valid(Jws jws) -> genuine(jws, struck(jws, known));
            case Check.NoCode() -> not("没有找到验证码 no verification code was found");
            case Check.UnknownKey(String id) ->
                    not("不是已知密钥所签 not signed by a known key: kid " + id);
            case Check.Damaged() ->
                    not(
                            "验证码残缺,无法判断,请重新索取原件 the code is damaged, so that nothing can be said:"
                                    + " ask for it again, as a file");
            case Check.Tampered() -> not("内容或签名被改动 the content or the signature was changed");
        };
    }

    /// Null if it is something else.
    private @Nullable Path statement() {
        Path file = given == null ? null : file(given);
        try {
            return file != null && VerifiedPackage.isOne(file) ? file : null;
        } catch (IOException unreadable) {
            throw wrong("无法读取 cannot be read: " + given);
        }
    }

    private int verified(Path file) {
        List<Published> named = keys == null ? null : known();
        try {
            return new VerifiedPackage(spec.commandLine().getOut(), named).tell(file);
        } catch (IOException unreadable) {
            throw wrong("无法读取 cannot be read: " + given);
        }
    }

    private static @Nullable Struck struck(Jws jws, List<Published> known) {
        for (Published one : known) {
            if (one.key().id().equals(jws.keyId())) return one.struck();
        }
        return null;
    }

    /// Whoever has a key that was struck off may write any day into what they sign: only the hub
    /// knows what was signed before.
    private int genuine(Jws jws, @Nullable Struck struck) {
        if (struck != null && hub == null) {
            return not(
                    "签名密钥已注销 signed by a key that was struck off, since %s: %s; --hub 向签发机构查询 asks"
                                    .formatted(struck.since(), struck.reason())
                            + " the hub that issued it");
        }
        PrintWriter out = spec.commandLine().getOut();
        try {
            Certificate says = Certificate.read(jws.payload());
            out.println("验证通过:以下内容由签发机构签名 · genuine: this is what was signed");
            out.println();
            out.print(new PlainCertificate().text(says));
            out.println();
            out.println("显示签发时的状态;今日是否有效 this is the state at issue; today's:");
            out.printf(
                    "  /api/v1/certificates/%s/status?fingerprint=%s%n",
                    says.number(), jws.fingerprint());
            boolean holds =
                    hub == null
                            || new CertificateToday(hub)
                                    .tell(says.number(), jws.fingerprint(), out);
            out.flush();
            return holds ? 0 : NOT_GENUINE;
        } catch (IllegalArgumentException somethingElse) {
            return not("签名有效,但不是学分证明 signed, but not a certificate of credits");
        }
    }

    private int not(String why) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("验证不通过 · not genuine: " + why);
        out.flush();
        return NOT_GENUINE;
    }

    private String text() {
        try {
            if (given == null) {
                return KeptText.of(in.readNBytes(BYTES_MAX));
            }
            Path file = file(given);
            if (file != null) return read(file);
            if (!given.contains(CODE) && given.matches("(?s).*[./\\\\].*")) {
                throw wrong("没有这个文件 there is no such file: " + given);
            }
            return given;
        } catch (IOException unreadable) {
            throw wrong("无法读取 cannot be read: " + given);
        }
    }

    /// Null if it is not a file that is there: then it is the code.
    private static @Nullable Path file(String text) {
        try {
            Path file = Path.of(text);
            return Files.isRegularFile(file) ? file : null;
        } catch (InvalidPathException _) {
            return null;
        }
    }

    private static String read(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return KeptText.of(bytes.readNBytes(BYTES_MAX));
        }
    }

    private List<Published> known() {
        Path file =
                keys == null
                        ? HubEnvironment.ofThisProcess().home().resolve(PublishKeys.FILE)
                        : keys;
        try {
            return Jwks.published(read(file));
        } catch (IOException missing) {
            throw wrong("没有公钥文件,请用 --keys 指定 no public keys, name them by --keys: " + file);
        } catch (IllegalArgumentException notKeys) {
            throw wrong("不是公钥文件 not a file of public keys: " + file);
        }
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
