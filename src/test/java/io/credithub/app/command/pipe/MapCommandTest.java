package io.credithub.app.command.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// A delivered file in, one line for each record out.
final class MapCommandTest {
    private static final String HEADER = "记录编号,版本,教师编号,姓名,项目名称,培训层次,培训形式,学时,考核等级,结业日期,状态\r\n";
    private static final String GOOD = "SX-1,1,T1,䶮𠮷,骨干教师培训,省培,集中,40,优秀,2023-06-28,正常\r\n";
    private static final String BAD = "SX-2,1,T1,王小明,骨干教师培训,厅级,集中,40,优秀,2023-06-28,正常\r\n";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();
    @TempDir private Path folder = Path.of("");

    @Test
    void completionsAndFindingsKeepTheOrderOfTheFile() throws IOException {
        int status = map("province-platform", HEADER + GOOD + "a,b\r\n" + BAD + GOOD);
        assertThat(status).isEqualTo(1);
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).startsWith("{\"recordId\":\"SX-1\"").contains("䶮𠮷");
        assertThat(lines.get(1)).contains("\"position\":1", "HUB-1015", "2/11", "列数与表头不一致");
        assertThat(lines.get(2)).contains("\"recordId\":\"SX-2\"", "HUB-1008", "/level", "厅级");
        assertThat(lines.get(3)).isEqualTo(lines.get(0));
    }

    @Test
    void whatIsUnderstoodCanBeConverted() throws IOException {
        assertThat(map("province-platform", HEADER + GOOD)).isZero();
        ByteArrayOutputStream awards = new ByteArrayOutputStream();
        ConvertCommand convert =
                new ConvertCommand(new ByteArrayInputStream(out.toByteArray()), awards);
        assertThat(new CommandLine(convert).execute("--policy", "shanxi-2017")).isZero();
        assertThat(awards.toString(StandardCharsets.UTF_8)).contains("\"credits\":\"16.00\"");
    }

    @Test
    void aDayBeforeTheCompletionMakesItAFinding() throws IOException {
        assertThat(map("province-platform", HEADER + GOOD, "--date", "2023-06-27")).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("HUB-1007");
    }

    @Test
    void aFeedThatNobodyKnowsIsAWrongCall() throws IOException {
        assertThat(map("no-feed", HEADER)).isEqualTo(2);
        assertThat(err.toString()).contains("province-platform");
    }

    @Test
    void aFileThatIsNotThereIsAWrongCall() {
        assertThat(run("--feed", "vendor-push", folder.resolve("none").toString())).isEqualTo(2);
    }

    @Test
    void anUnknownOptionIsAWrongCall() {
        assertThat(run("--feed", "vendor-push", "--fast", "x")).isEqualTo(2);
    }

    private int map(String feed, String content, String... options) throws IOException {
        Path file = folder.resolve("file");
        Files.write(file, content.getBytes(Charset.forName("GB18030")));
        String[] call = new String[options.length + 3];
        System.arraycopy(options, 0, call, 0, options.length);
        call[options.length] = "--feed";
        call[options.length + 1] = feed;
        call[options.length + 2] = file.toString();
        return run(call);
    }

    private int run(String... call) {
        return new CommandLine(new MapCommand(out))
                .setErr(new PrintWriter(err, true))
                .execute(call);
    }
}
