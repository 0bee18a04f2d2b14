package io.credithub.source.drop;

import io.credithub.domain.Sha256;
import io.credithub.flow.reading.Content;
import io.credithub.source.poll.DeliveryRefused;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// A dropped file as it was when it was read, once: what is checked is what lands, whatever its
/// sender does to the file meanwhile.
///
/// A large one lies on disk for as long as it lands: without a name from the first moment, and
/// under a key that nobody else has and nothing keeps.
public final class DropContent implements Content, Closeable {
    private static final int IN_MEMORY_BYTES_MAX = 1 << 20;
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int KEY_BYTES = 16;

    private final byte[] key = new byte[KEY_BYTES];
    private final byte[] iv = new byte[KEY_BYTES];
    private byte[] memory = new byte[0];
    private @Nullable FileChannel file;
    private String sha256 = "";

    private DropContent() {
        SecureRandom random = new SecureRandom();
        random.nextBytes(key);
        random.nextBytes(iv);
    }

    /// @throws Refused if it is longer than the bound
    static DropContent read(InputStream in, long bytesMax) throws IOException {
        DropContent content = new DropContent();
        try {
            content.take(in, bytesMax);
            return content;
        } catch (IOException | RuntimeException failure) {
            content.close();
            throw failure;
        }
    }

    private void take(InputStream wire, long bytesMax) throws IOException {
        DigestInputStream in = new DigestInputStream(wire, Sha256.begin());
        byte[] first = in.readNBytes(IN_MEMORY_BYTES_MAX + 1);
        long bytes = first.length;
        if (bytes <= IN_MEMORY_BYTES_MAX) {
            memory = first;
        } else {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE);
            FileChannel to = nameless();
            file = to;
            put(to, cipher.update(first));
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
                if (bytes > bytesMax) break;
                put(to, cipher.update(buffer, 0, read));
            }
        }
        if (bytes > bytesMax) throw new DeliveryRefused(DeliveryRefused.Reason.TOO_LARGE);
        sha256 = HexFormat.of().formatHex(in.getMessageDigest().digest());
    }

    private static void put(FileChannel to, byte @Nullable [] bytes) throws IOException {
        if (bytes == null) return;
        for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) to.write(rest);
    }

    private static FileChannel nameless() throws IOException {
        Path name = Files.createTempFile("credithub-drop-", ".sealed");
        try {
            return FileChannel.open(name, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } finally {
            Files.delete(name);
        }
    }

    private Cipher cipher(int mode) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
            return cipher;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has AES", impossible);
        }
    }

    /// In lower-case hex.
    String sha256() {
        return sha256;
    }

    @Override
    public InputStream open() {
        FileChannel from = file;
        return from == null
                ? new ByteArrayInputStream(memory)
                : new CipherInputStream(new At(from), cipher(Cipher.DECRYPT_MODE));
    }

    /// A stream of its own over a channel that others read too.
    private static final class At extends InputStream {
        private final FileChannel from;
        private long position;

        At(FileChannel from) {
            this.from = from;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int at, int length) throws IOException {
            if (length == 0) return 0;
            int read = from.read(ByteBuffer.wrap(into, at, length), position);
            position += Math.max(read, 0);
            return read;
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) file.close();
    }
}
