package io.credithub.flow.review;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.credithub.flow.certificate.Certificates.Published;
import io.credithub.flow.certificate.Jwks;
import io.credithub.flow.certificate.VerificationKey;
import io.credithub.flow.review.SignOff.SignOffProof;
import io.credithub.flow.review.SignOffs.FrozenFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A statement as one file to keep: a ZIP with the manifest and its parts as they are, the
/// signature, and the public key in the ways that programs read it. The same statement is the same
/// bytes: nothing is packed, and no clock is asked.
public final class SignedPackage {
    static final String MANIFEST = "manifest.json";
    static final String SIGNATURE = "signature.jws";
    static final String KEY = "key.jwk";
    static final String PEM = "key.pem";

    /// The first day that a ZIP can write.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /// What stands before an Ed25519 key in a PEM file (RFC 8410).
    private static final byte[] PEM_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    private SignedPackage() {}

    /// One that is not concluded has no signature, and no key.
    public static byte[] of(FrozenFiles files) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(MANIFEST, files.manifest());
        for (FrozenPart part : files.parts()) entries.put(part.name(), part.content());
        SignOffProof proof = files.proof();
        if (proof != null) {
            entries.put(SIGNATURE, proof.signature().getBytes(US_ASCII));
            VerificationKey key = VerificationKey.ofText(proof.x());
            entries.put(KEY, Jwks.of(List.of(new Published(key, null))).text().getBytes(UTF_8));
            entries.put(PEM, pem(key).getBytes(US_ASCII));
        }
        return zip(entries);
    }

    static String pem(VerificationKey key) {
        byte[] x = Base64.getUrlDecoder().decode(key.x());
        byte[] all = new byte[PEM_HEAD.length + x.length];
        System.arraycopy(PEM_HEAD, 0, all, 0, PEM_HEAD.length);
        System.arraycopy(x, 0, all, PEM_HEAD.length, x.length);
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getEncoder().encodeToString(all)
                + "\n-----END PUBLIC KEY-----\n";
    }

    static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, UTF_8)) {
            for (Map.Entry<String, byte[]> one : entries.entrySet()) {
                zip.putNextEntry(entry(one.getKey(), one.getValue()));
                zip.write(one.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("written to memory", impossible);
        }
        return bytes.toByteArray();
    }

    private static ZipEntry entry(String name, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(NO_TIME);
        return entry;
    }
}
