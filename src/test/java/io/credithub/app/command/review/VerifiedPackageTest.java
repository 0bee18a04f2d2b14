package io.credithub.app.command.review;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.app.command.VerifyCommand;
import io.credithub.fixtures.DrawnSigning;
import io.credithub.flow.certificate.Certificates.Published;
import io.credithub.flow.certificate.Jwks;
import io.credithub.flow.review.SignedSample;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class VerifiedPackageTest {
    @TempDir private Path folder = Path.of("");

    private final StringWriter said = new StringWriter();
    private final DrawnSigning signing = new DrawnSigning();
    private Path file = Path.of("");

    @BeforeEach
    void theFileIsKept() throws IOException {
        file = folder.resolve("kept");
        Files.write(file, SignedSample.file(signing));
    }

    private String keys(DrawnSigning of) throws IOException {
        Path keys = folder.resolve("keys.json");
        Files.writeString(keys, Jwks.of(List.of(new Published(of.published(), null))).text());
        return keys.toString();
    }

    private int run(String... arguments) {
        CommandLine command = new CommandLine(new VerifyCommand());
        command.setOut(new PrintWriter(said));
        command.setErr(new PrintWriter(said));
        return command.execute(arguments);
    }

    @Test
    void whatWasSignedIsSaidWithWhoSignedIt() throws IOException {
        assertThat(run(file.toString(), "--keys", keys(signing))).isZero();
        assertThat(said.toString())
                .contains("验证通过", "140105 太原市 小店区", "2022–2023 学年", "credits", "16.00")
                .contains("编制 prepared", "核准 approved", "审结 concluded")
                .contains(signing.published().id())
                .doesNotContain("was not checked");
    }

    @Test
    void withoutKeysTheThumbprintIsToBeCompared() {
        assertThat(run(file.toString())).isZero();
        assertThat(said.toString()).contains(signing.published().id(), "was not checked", "--keys");
    }

    @Test
    void anothersKeyIsWrong() throws IOException {
        assertThat(run(file.toString(), "--keys", keys(new DrawnSigning()))).isEqualTo(1);
        assertThat(said.toString()).contains("验证不通过", "key.jwk: 不是所列密钥所签");
    }

    @Test
    void aChangedPartIsNamed() throws IOException {
        String text = new String(Files.readAllBytes(file), ISO_8859_1);
        Files.write(file, text.replace("{\"report\":2}", "{\"report\":7}").getBytes(ISO_8859_1));
        assertThat(run(file.toString())).isEqualTo(1);
        assertThat(said.toString()).contains("teachers.json: ");
    }

    @Test
    void anotherArchiveIsABadCall() throws IOException {
        Files.write(file, new byte[] {'P', 'K', 3, 4, 0, 0});
        assertThat(run(file.toString())).isEqualTo(2);
    }
}
