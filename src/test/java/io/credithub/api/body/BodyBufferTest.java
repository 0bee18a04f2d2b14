package io.credithub.api.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.credithub.api.FullDisk;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.security.PayloadVault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BodyBufferTest {
    private static final BodyLimit LIMIT = BodyLimit.DELIVERY;
    private static final int PIECE = 1 << 13;

    @TempDir Path folder;
    private SpoolDisk disk = new LocalDisk();

    @Test
    void aSmallBodyStaysInMemory() throws Exception {
        try (BufferedBody body = take(new byte[BodyBuffer.IN_MEMORY_BYTES_MAX], null)) {
            assertThat(body.isInMemory()).isTrue();
            assertThat(body.sha256()).isEqualTo(sha256(new byte[BodyBuffer.IN_MEMORY_BYTES_MAX]));
        }
    }

    @Test
    void aLargerOneIsAFileAsLongAsItIsNeeded() throws Exception {
        byte[] bytes = new byte[BodyBuffer.IN_MEMORY_BYTES_MAX + 1];
        try (BufferedBody body = take(bytes, null)) {
            assertThat(body.isInMemory()).isFalse();
            assertThat(body.sha256()).isEqualTo(sha256(bytes));
            try (InputStream in = body.open()) {
                assertThat(in.readAllBytes()).isEqualTo(bytes);
            }
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theDigestIsOfWhatIsUnpacked() throws Exception {
        byte[] bytes = "{}\n".repeat(1000).getBytes(StandardCharsets.UTF_8);
        try (BufferedBody body = take(gzip(bytes), "gzip")) {
            assertThat(body.sha256()).isEqualTo(sha256(bytes));
            assertThat(body.bytes()).isEqualTo(bytes.length);
        }
    }

    @Test
    void whatUnpacksToExactlyWhatIsAllowedIsTaken() throws Exception {
        byte[] most = new byte[Math.toIntExact(LIMIT.bytesMax())];
        try (BufferedBody body = take(gzip(most), "gzip")) {
            assertThat(body.bytes()).isEqualTo(LIMIT.bytesMax());
        }
    }

    @Test
    void aBombLeavesNothingBehind() throws IOException {
        byte[] bomb = gzip(new byte[Math.toIntExact(LIMIT.bytesMax()) + 1]);
        refused(bomb, "gzip", ProblemCode.TOO_LARGE);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatIsNoGzipIsBroken() {
        refused(new byte[] {1, 2, 3}, "gzip", ProblemCode.BROKEN_BODY);
        refused(new byte[0], "gzip", ProblemCode.BROKEN_BODY);
        refused(new byte[0], "br", ProblemCode.UNSUPPORTED_MEDIA_TYPE);
    }

    /// Not "broken": the sender would throw good data away.
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "gzip")
    void aFullDiskIsNotTheSendersFaultAndKeepsNothing(@Nullable String encoding)
            throws IOException {
        FullDisk full = new FullDisk();
        full.fill(true);
        disk = full;
        byte[] bytes = new byte[4 * BodyBuffer.IN_MEMORY_BYTES_MAX];
        byte[] sent = encoding == null ? bytes : gzip(bytes);
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> take(sent, encoding).close());
        assertThat(folder).isEmptyDirectory();
    }

    private BufferedBody take(byte[] bytes, @Nullable String encoding) {
        BodyBuffer spool = new BodyBuffer(() -> folder, PayloadVault.of(new byte[32]), disk);
        BodyBuffer.BufferWriting writing = spool.begin();
        try {
            for (int at = 0; at < bytes.length; at += PIECE) {
                writing.add(Arrays.copyOfRange(bytes, at, Math.min(at + PIECE, bytes.length)));
                if (writing.isDue()) writing.flush();
            }
            return spool.finish(writing, BodyEncoding.of(encoding), LIMIT);
        } catch (IOException failure) {
            writing.drop();
            throw new UncheckedIOException(failure);
        }
    }

    private void refused(byte[] bytes, @Nullable String encoding, ProblemCode code) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> take(bytes, encoding).close())
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }
}
