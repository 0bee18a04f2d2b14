package io.credithub.flow.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.credithub.domain.Sha256;
import io.credithub.flow.certificate.Certificates.Published;
import io.credithub.flow.certificate.Certificates.Struck;
import io.credithub.flow.certificate.Jwks;
import io.credithub.flow.certificate.Jws;
import io.credithub.flow.certificate.Jws.Check;
import io.credithub.flow.certificate.VerificationKey;
import io.credithub.flow.review.FrozenPart.PartMark;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// What a check of a signed package finds, without a hub.
///
/// @param manifest null: it cannot be read
/// @param conclusion what was signed; null: no signature holds
/// @param key the id (thumbprint) of the key that signed it; null likewise
/// @param trust whether that key is one of those that were named
/// @param faults what is wrong, in order; empty: nothing is
public record PackageCheck(
        @Nullable SignOffManifest manifest,
        String sha256,
        @Nullable SignOffConclusion conclusion,
        @Nullable String key,
        KeyTrust trust,
        List<PackageFault> faults) {
    /// More than a package holds: a file that unpacks to more is none.
    private static final int BYTES_MAX = 256 << 20;

    private static final Set<String> AROUND =
            Set.of(
                    SignedPackage.MANIFEST,
                    SignedPackage.SIGNATURE,
                    SignedPackage.KEY,
                    SignedPackage.PEM);

    public PackageCheck {
        faults = List.copyOf(faults);
    }

    /// Of the key that signed.
    public enum KeyTrust {
        /// One of those that were named.
        NAMED,
        /// None were named: its thumbprint is to be compared.
        NOT_COMPARED,
        /// None of those that were named.
        STRANGE,
        /// One of those that were named, and struck off: others may sign with it.
        STRUCK
    }

    /// @param file in the package
    public record PackageFault(PackageFaultKind kind, String file) {}

    /// A closed list.
    public enum PackageFaultKind {
        MISSING("缺失", "is missing"),
        CHANGED("与签署时不同", "differs from what was signed"),
        UNKNOWN("不属于签署的内容", "is no part of what was signed"),
        UNREADABLE("无法读取", "cannot be read"),
        UNSIGNED("没有签名:尚未审结", "there is no signature: it is not concluded"),
        WRONG_SIGNATURE("签名不符", "the signature does not fit"),
        ANOTHER_STATEMENT("签名属于另一份对账表", "the signature is of another statement"),
        STRANGE_KEY("不是所列密钥所签", "not signed by a key that was named"),
        STRUCK_KEY("签名密钥已注销", "the key that signed it was struck off");

        private final String zh;
        private final String en;

        PackageFaultKind(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public String text() {
            return zh + " " + en;
        }
    }

    public boolean isRight() {
        return faults.isEmpty();
    }

    /// @param known the keys that are trusted; null: nobody named any
    /// @throws IllegalArgumentException if it is no package at all
    public static PackageCheck of(byte[] zip, @Nullable List<Published> known) {
        Map<String, byte[]> entries = unpacked(zip);
        byte[] written = entries.get(SignedPackage.MANIFEST);
        if (written == null) throw new IllegalArgumentException("no manifest");
        return new Checking(entries, written, known).check();
    }

    private static Map<String, byte[]> unpacked(byte[] zip) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        int left = BYTES_MAX;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), UTF_8)) {
            for (ZipEntry one = in.getNextEntry(); one != null; one = in.getNextEntry()) {
                byte[] content = content(in, left + 1);
                left -= content.length;
                if (left < 0 || entries.put(one.getName(), content) != null) {
                    throw new IllegalArgumentException("not a package");
                }
            }
        } catch (IOException damaged) {
            throw new IllegalArgumentException("not a package", damaged);
        }
        return entries;
    }

    /// What is damaged differs from what was signed, and the others can be checked all the same.
    private static byte[] content(ZipInputStream in, int most) throws IOException {
        try {
            return in.readNBytes(most);
        } catch (ZipException damaged) {
            return new byte[0];
        }
    }

    private static final class Checking {
        private final Map<String, byte[]> entries;
        private final byte[] written;
        private final @Nullable List<Published> known;
        private final List<PackageFault> faults = new ArrayList<>();
        private KeyTrust trust = KeyTrust.NOT_COMPARED;
        private @Nullable String key;

        Checking(Map<String, byte[]> entries, byte[] written, @Nullable List<Published> known) {
            this.entries = entries;
            this.written = written;
            this.known = known;
        }

        PackageCheck check() {
            SignOffManifest manifest = manifest();
            SignOffConclusion conclusion = conclusion(manifest);
            return new PackageCheck(manifest, Sha256.hex(written), conclusion, key, trust, faults);
        }

        private void fault(PackageFaultKind kind, String file) {
            faults.add(new PackageFault(kind, file));
        }

        private @Nullable SignOffManifest manifest() {
            try {
                SignOffManifest manifest = SignOffManifest.read(written);
                List<String> names = new ArrayList<>(AROUND);
                for (PartMark part : manifest.parts()) {
                    names.add(part.name());
                    part(part);
                }
                for (String name : entries.keySet()) {
                    if (!names.contains(name)) fault(PackageFaultKind.UNKNOWN, name);
                }
                return manifest;
            } catch (IllegalArgumentException notOne) {
                fault(PackageFaultKind.UNREADABLE, SignedPackage.MANIFEST);
                return null;
            }
        }

        private void part(PartMark part) {
            byte[] content = entries.get(part.name());
            if (content == null) {
                fault(PackageFaultKind.MISSING, part.name());
            } else if (!Sha256.hex(content).equals(part.sha256())) {
                fault(PackageFaultKind.CHANGED, part.name());
            }
        }

        private @Nullable SignOffConclusion conclusion(@Nullable SignOffManifest manifest) {
            byte[] signature = entries.get(SignedPackage.SIGNATURE);
            if (signature == null) {
                fault(PackageFaultKind.UNSIGNED, SignedPackage.SIGNATURE);
                return null;
            }
            VerificationKey enclosed = enclosed();
            if (enclosed == null) return null;
            Check found = Jws.check(new String(signature, UTF_8), List.of(enclosed));
            if (!(found instanceof Check.Valid(Jws jws))) {
                fault(PackageFaultKind.WRONG_SIGNATURE, SignedPackage.SIGNATURE);
                return null;
            }
            key = jws.keyId();
            trust(jws.keyId());
            return signed(jws, manifest);
        }

        /// The files of the key say the same in two ways.
        private @Nullable VerificationKey enclosed() {
            byte[] jwk = entries.get(SignedPackage.KEY);
            if (jwk == null) {
                fault(PackageFaultKind.MISSING, SignedPackage.KEY);
                return null;
            }
            try {
                List<VerificationKey> keys = Jwks.read(new String(jwk, UTF_8));
                if (keys.size() == 1) {
                    VerificationKey only = keys.getFirst();
                    byte[] pem = entries.get(SignedPackage.PEM);
                    if (pem != null && !SignedPackage.pem(only).equals(new String(pem, UTF_8))) {
                        fault(PackageFaultKind.CHANGED, SignedPackage.PEM);
                    }
                    return only;
                }
            } catch (IllegalArgumentException notKeys) {
                // the same as of too many
            }
            fault(PackageFaultKind.UNREADABLE, SignedPackage.KEY);
            return null;
        }

        private void trust(String id) {
            if (known == null) return;
            trust = KeyTrust.STRANGE;
            for (Published one : known) {
                if (!one.key().id().equals(id)) continue;
                Struck struck = one.struck();
                trust = struck == null ? KeyTrust.NAMED : KeyTrust.STRUCK;
            }
            switch (trust) {
                case STRANGE -> fault(PackageFaultKind.STRANGE_KEY, SignedPackage.KEY);
                case STRUCK -> fault(PackageFaultKind.STRUCK_KEY, SignedPackage.KEY);
                case NAMED, NOT_COMPARED -> {}
            }
        }

        private @Nullable SignOffConclusion signed(Jws jws, @Nullable SignOffManifest manifest) {
            try {
                SignOffConclusion conclusion = SignOffConclusion.read(jws.payload());
                if (!conclusion.manifest().equals(Sha256.hex(written))) {
                    fault(PackageFaultKind.CHANGED, SignedPackage.MANIFEST);
                } else if (manifest != null && !isAbout(conclusion, manifest)) {
                    fault(PackageFaultKind.ANOTHER_STATEMENT, SignedPackage.SIGNATURE);
                }
                return conclusion;
            } catch (IllegalArgumentException somethingElse) {
                fault(PackageFaultKind.ANOTHER_STATEMENT, SignedPackage.SIGNATURE);
                return null;
            }
        }

        private static boolean isAbout(SignOffConclusion conclusion, SignOffManifest manifest) {
            return conclusion.county().equals(manifest.county().code())
                    && conclusion.schoolYear() == manifest.schoolYear()
                    && conclusion.version() == manifest.version();
        }
    }
}
