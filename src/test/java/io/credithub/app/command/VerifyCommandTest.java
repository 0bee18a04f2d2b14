package io.credithub.app.command;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.fixtures.Certified;
import io.credithub.fixtures.DrawnSigning;
import io.credithub.flow.certificate.Certificates;
import io.credithub.flow.certificate.Jwks;
import io.credithub.flow.certificate.Jws;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class VerifyCommandTest {
    @TempDir private Path folder = Path.of("");

    private final StringWriter said = new StringWriter();
    private final DrawnSigning signing = new DrawnSigning();
    private final String code = Jws.sign(signing, Certified.certificate().canonical()).compact();
    private String input = "";
    private Path keys = Path.of("");

    @BeforeEach
    void thePublicKeysAreThere() throws IOException {
        keys = folder.resolve("keys.json");
        Certificates.Published published = new Certificates.Published(signing.published(), null);
        Files.writeString(keys, Jwks.of(List.of(published)).text());
    }

    @Test
    void aGenuineCodeSaysWhatWasSigned() {
        assertThat(run(code)).isZero();
        assertThat(said.toString())
                .contains("验证通过", "王䶮", "1401**********0016", "16.00", "晋教师〔2017〕14号")
                .contains("借贷后合格 qualified by a loan")
                .contains("/api/v1/certificates/2026-7F3KXM2QBW/status?fingerprint=");
    }

    @Test
    void aPaperAroundTheCodeIsReadFromAFileOrFromStandardInput() throws IOException {
        Path paper = folder.resolve("paper.txt");
        Files.writeString(paper, "学分 999.00\n验证码:\n" + code + "\n");
        assertThat(run(paper.toString())).isZero();
        assertThat(said.toString()).contains("16.00").doesNotContain("999.00");
        input = "code: " + code;
        assertThat(run()).isZero();
    }

    @Test
    void aTamperedCodeIsRefused() {
        int middle = code.indexOf('.') + 40;
        char other = code.charAt(middle) == 'A' ? 'B' : 'A';
        assertThat(run(code.substring(0, middle) + other + code.substring(middle + 1)))
                .isEqualTo(1);
        assertThat(said.toString()).contains("验证不通过").doesNotContain("王䶮");
    }

    @Test
    void whatAnotherSignedOrNobodyIsRefused() {
        String forged = Jws.sign(new DrawnSigning(), Certified.certificate().canonical()).compact();
        assertThat(run(forged)).isEqualTo(1);
        assertThat(said.toString()).contains("不是已知密钥所签");
        assertThat(run("hello")).isEqualTo(1);
        assertThat(run(Jws.sign(signing, "{\"hello\":1}").compact())).isEqualTo(1);
        assertThat(said.toString()).contains("没有找到验证码", "不是学分证明");
    }

    @Test
    void withoutPublicKeysTheCallIsWrong() throws IOException {
        Files.writeString(keys, "no keys");
        assertThat(run(code)).isEqualTo(2);
        Files.delete(keys);
        assertThat(run(code)).isEqualTo(2);
        assertThat(said.toString()).contains("not a file of public keys", "--keys");
    }

    @Test
    void aFileIsReadAsWindowsKeepsIt() throws IOException {
        String paper = "教师培训学分证明\r\n验证码:\r\n" + code + "\r\n";
        for (Charset charset : List.of(UTF_16, UTF_16LE, UTF_16BE, UTF_8)) {
            Path file = folder.resolve("paper.txt");
            Files.write(file, paper.getBytes(charset));
            assertThat(run(file.toString())).as("%s", charset).isZero();
            Files.write(file, ("\uFEFF" + paper).getBytes(charset));
            assertThat(run(file.toString())).as("%s with a mark", charset).isZero();
        }
    }

    @Test
    void aFileThatIsNotThereIsAWrongCall() {
        assertThat(run("paper.txt")).isEqualTo(2);
        assertThat(run(folder.resolve("nix").toString())).isEqualTo(2);
        assertThat(said.toString()).contains("there is no such file");
    }

    @Test
    void aDamagedCodeIsNotCalledChanged() {
        assertThat(run(code.substring(0, code.length() - 4))).isEqualTo(1);
        assertThat(said.toString()).contains("残缺", "damaged").doesNotContain("改动", "changed");
    }

    private int run(String... arguments) {
        PrintWriter out = new PrintWriter(said, true);
        CommandLine line =
                new CommandLine(new VerifyCommand(new ByteArrayInputStream(input.getBytes(UTF_8))));
        String[] all = new String[arguments.length + 2];
        all[0] = "--keys";
        all[1] = keys.toString();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return line.setOut(out).setErr(out).execute(all);
    }
}
