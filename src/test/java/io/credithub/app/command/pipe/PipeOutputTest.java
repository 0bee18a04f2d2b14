package io.credithub.app.command.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.app.HubMain;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// `| head` reads ten lines and goes: that is no fault of anybody.
final class PipeOutputTest {
    private static final Path DROP = Path.of("mappings/county-recognition").toAbsolutePath();

    private final StringWriter said = new StringWriter();

    /// A pipe whose reader has gone.
    private static final class Gone extends OutputStream {
        @Override
        public void write(int one) throws IOException {
            throw new IOException("Broken pipe");
        }
    }

    @Test
    void aReaderThatHasGoneEndsConvertWithoutAWord() {
        byte[] lines = "{}\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        ConvertCommand convert =
                new ConvertCommand(new ByteArrayInputStream(lines), new PipeOutput(new Gone()));
        assertThat(run(convert, "--policy", "shanxi-2017")).isEqualTo(141);
        assertThat(said.toString()).isEmpty();
    }

    @Test
    void aReaderThatHasGoneEndsStandingWithoutAWord() {
        byte[] lines = "{}\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        StandingCommand standing =
                new StandingCommand(new ByteArrayInputStream(lines), new PipeOutput(new Gone()));
        assertThat(run(standing, "--policy", "shanxi-2017")).isEqualTo(141);
        assertThat(said.toString()).isEmpty();
    }

    @Test
    void aReaderThatHasGoneEndsMapWithoutAWord() {
        MapCommand map = new MapCommand(new PipeOutput(new Gone()));
        String file = DROP.resolve("feed.yaml").toString();
        assertThat(run(map, "--feed", "vendor-push", file)).isEqualTo(141);
        assertThat(said.toString()).isEmpty();
    }

    private int run(Object command, String... arguments) {
        PrintWriter err = new PrintWriter(said, true);
        return HubMain.reporting(new CommandLine(command))
                .setOut(err)
                .setErr(err)
                .execute(arguments);
    }
}
