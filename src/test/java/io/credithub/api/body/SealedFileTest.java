package io.credithub.api.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.credithub.flow.teacher.Sealing;
import io.credithub.security.PayloadVault;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SealedFileTest {
    private static final int PIECE = 1 << 16;

    @TempDir Path folder;

    private final Sealing sealing = PayloadVault.of(new byte[32]).ofThisProcess();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 3 * PIECE + 17})
    void whatIsWrittenIsReadAgain(int length) throws IOException {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        assertThat(read(written(bytes))).isEqualTo(bytes);
    }

    @Test
    void nothingOfItIsInTheFile() throws IOException {
        String number = "140101198001010016";
        Path path = folder.resolve("body");
        written(number.repeat(10_000).getBytes(StandardCharsets.US_ASCII));
        assertThat(Files.readString(path, StandardCharsets.ISO_8859_1)).doesNotContain("19800101");
    }

    @Test
    void aFileThatIsCutOffAtAPieceIsNotTakenForAWholeOne() throws IOException {
        SealedFile file = written(new byte[2 * PIECE + 1]);
        Path path = folder.resolve("body");
        byte[] all = Files.readAllBytes(path);
        int piece = 4 + 30 + PIECE;
        Files.write(path, Arrays.copyOf(all, 2 * piece));
        assertThatIllegalStateException().isThrownBy(() -> read(file));
    }

    /// The end of a packed body is its sender's doing; that of our file never.
    @Test
    void aFileThatLostAllIsNoEndOfWhatWasSent() throws IOException {
        SealedFile file = written(new byte[1]);
        Files.write(folder.resolve("body"), new byte[0]);
        assertThatIOException()
                .isThrownBy(() -> read(file))
                .satisfies(failure -> assertThat(failure).isNotInstanceOf(EOFException.class));
    }

    @Test
    void piecesCannotBeExchanged() throws IOException {
        byte[] bytes = new byte[3 * PIECE];
        SealedFile file = written(bytes);
        Path path = folder.resolve("body");
        byte[] all = Files.readAllBytes(path);
        int piece = 4 + 30 + PIECE;
        byte[] exchanged = all.clone();
        System.arraycopy(all, 0, exchanged, piece, piece);
        System.arraycopy(all, piece, exchanged, 0, piece);
        Files.write(path, exchanged);
        assertThatIllegalStateException().isThrownBy(() -> read(file));
    }

    private SealedFile written(byte[] bytes) throws IOException {
        SealedFile file = new SealedFile(folder.resolve("body"), sealing);
        try (OutputStream out = file.write()) {
            out.write(bytes);
        }
        return file;
    }

    private static byte[] read(SealedFile file) throws IOException {
        try (InputStream in = file.read()) {
            return in.readAllBytes();
        }
    }
}
