package io.credithub.app.command.review;

import io.credithub.domain.review.SignOffAct;
import io.credithub.flow.certificate.Certificates.Published;
import io.credithub.flow.review.FrozenPart.PartMark;
import io.credithub.flow.review.PackageCheck;
import io.credithub.flow.review.PackageCheck.KeyTrust;
import io.credithub.flow.review.PackageCheck.PackageFault;
import io.credithub.flow.review.SignOffConclusion;
import io.credithub.flow.review.SignOffConclusion.SignedStep;
import io.credithub.flow.review.SignOffManifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Says whether the file of a signed statement is what was signed, and what that was.
///
/// @param keys that are trusted; null: nobody named any
public record VerifiedPackage(PrintWriter out, @Nullable List<Published> keys) {
    private static final int RIGHT = 0;
    private static final int WRONG = 1;
    private static final int WRONG_CALL = 2;

    /// How every ZIP begins.
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private static final long BYTES_MAX = 256L << 20;

    /// Whether a file looks like a package, whatever it is called.
    public static boolean isOne(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
        }
    }

    /// @return the status to end with
    public int tell(Path file) throws IOException {
        if (Files.size(file) > BYTES_MAX) return noPackage(file);
        try {
            return tell(PackageCheck.of(Files.readAllBytes(file), keys));
        } catch (IllegalArgumentException another) {
            return noPackage(file);
        } finally {
            out.flush();
        }
    }

    private int noPackage(Path file) {
        out.println("不是签署的对账表 not a signed statement: " + file);
        return WRONG_CALL;
    }

    private int tell(PackageCheck check) {
        out.println(
                check.isRight()
                        ? "验证通过:文件与签署时一致 · right: this is what was signed"
                        : "验证不通过 · wrong:");
        for (PackageFault fault : check.faults()) {
            out.println("  %s: %s".formatted(fault.file(), fault.kind().text()));
        }
        SignOffManifest manifest = check.manifest();
        if (manifest != null) tell(manifest);
        out.println("清单摘要 manifest SHA-256: " + check.sha256());
        SignOffConclusion conclusion = check.conclusion();
        if (conclusion != null) {
            for (SignedStep step : conclusion.steps()) out.println(line(step));
        }
        tellKey(check);
        return check.isRight() ? RIGHT : WRONG;
    }

    private void tell(SignOffManifest manifest) {
        out.println();
        out.println(
                "%s %s,%d–%d 学年,第 %d 版 version %d,截至 as of %s"
                        .formatted(
                                manifest.county().code(),
                                manifest.county().name(),
                                manifest.schoolYear(),
                                manifest.schoolYear() + 1,
                                manifest.version(),
                                manifest.version(),
                                manifest.asOf()));
        SignOffManifest.SignedBefore before = manifest.predecessor();
        if (before != null) {
            out.println(
                    "前一版 follows version %d: %s".formatted(before.version(), before.manifest()));
        }
        for (PartMark part : manifest.parts()) {
            out.println(
                    "  %-16s %,12d 字节 bytes  SHA-256 %s"
                            .formatted(part.name(), part.bytes(), part.sha256()));
        }
        for (Map.Entry<String, Object> total : new TreeMap<>(manifest.totals()).entrySet()) {
            out.println("  %-16s %12s".formatted(total.getKey(), total.getValue()));
        }
        out.println(
                "账本 ledger: 末笔 line %d,区块 block %d %s"
                        .formatted(
                                manifest.ledger().seq(),
                                manifest.ledger().block(),
                                manifest.ledger().hash()));
    }

    private static String line(SignedStep step) {
        return "%s %s  密钥 key %s,%s  %s"
                .formatted(word(step.act()), step.at(), step.by(), step.office(), step.note());
    }

    private static String word(SignOffAct act) {
        return switch (act) {
            case PREPARE -> "编制 prepared ";
            case APPROVE -> "核准 approved ";
            case CONCLUDE -> "审结 concluded";
            case RETURN -> "退回 returned ";
        };
    }

    private void tellKey(PackageCheck check) {
        if (check.key() == null) return;
        out.println("签名密钥指纹 thumbprint of the key: " + check.key());
        if (check.trust() == KeyTrust.NOT_COMPARED) {
            out.println("签名与所附公钥相符,但未核对该公钥是否为签发机构所有:请以 --keys 指定此前保存的公钥表,或当面核对指纹。");
            out.println(
                    "The signature fits the enclosed key. Whether that key is the office's was not"
                            + " checked: name the public keys that were saved by --keys, or compare"
                            + " the thumbprint.");
        }
    }
}
