package io.credithub.app.command.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// Completions in, awards out, as a pipeline sees it.
final class ConvertCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REST =
            "\"teacher\":{\"teacherNo\":\"T1\",\"name\":\"王芳\"},\"program\":{\"name\":\"培训\"},"
                    + "\"completedOn\":\"2023-05-10\"";

    private static final String EXCELLENT =
            "{\"recordId\":\"V-1\",\"level\":\"PROVINCE\",\"form\":\"CENTRALISED\","
                    + "\"hours\":40,\"grade\":\"EXCELLENT\","
                    + REST
                    + "}";

    private final StringWriter err = new StringWriter();
    private int status;

    @Test
    void theAnswerHasTheFormOfTheContract() throws IOException {
        String answer = convert(EXCELLENT + "\n").getFirst().toString();
        assertThat(answer)
                .startsWith(
                        "{\"recordId\":\"V-1\",\"policy\":\"shanxi-2017\",\"credits\":\"16.00\","
                                + "\"components\":{\"experience\":\"13.33\",\"quality\":\"2.67\"},"
                                + "\"schoolYear\":2022,\"steps\":[{\"paragraph\":\"四(一)\","
                                + "\"text\":{\"zh\":\"省级及以上集中培训 3 学时折 1 学分\",");
        assertThat(answer).contains("\"value\":\"13.333…\"}");
    }

    @Test
    void whatRestsOnCopiesSaysSo() throws IOException {
        assertThat(convert(EXCELLENT, "--policy", "guangxi-2016").getFirst().toString())
                .startsWith(
                        "{\"recordId\":\"V-1\",\"policy\":\"guangxi-2016\","
                                + "\"confidence\":\"SECONDARY\",\"credits\":");
        assertThat(convert(EXCELLENT).getFirst().has("confidence")).isFalse();
    }

    @Test
    void everyLineHasItsAnswerInItsPlace() throws IOException {
        String input =
                String.join(
                        "\n",
                        EXCELLENT,
                        "",
                        "{",
                        "{\"recordId\":\"W\",\"status\":\"WITHDRAWN\",\"revision\":2}",
                        EXCELLENT.replace("40", "1e2000000000"),
                        EXCELLENT.replace("\"hours\":40", "\"hours\":40,\"hours\":41"),
                        EXCELLENT.replace("40", "0"),
                        EXCELLENT);
        List<JsonNode> answers = convert(input);
        assertThat(answers)
                .extracting(answer ->
                        answer.path("credits").asText() + answer.at("/findings/0/code").asText())
                .containsExactly(
                        "16.00",
                        "HUB-1001",
                        "HUB-1001",
                        "0.00",
                        "HUB-1005",
                        "HUB-1017",
                        "HUB-1005",
                        "16.00");
        assertThat(answers.get(6).at("/recordId").asText()).isEqualTo("V-1");
        assertThat(answers.get(6).at("/findings/0/field").asText()).isEqualTo("/hours");
        assertThat(status).isEqualTo(1);
    }

    @Test
    void aLineWithoutEndDoesNotStopItsNeighbours() throws IOException {
        String endless = "x".repeat(LineSource.LINE_BYTES_MAX + 1);
        List<JsonNode> answers = convert(endless + "\n" + EXCELLENT + "\r\n");
        assertThat(answers.getFirst().at("/findings/0/code").asText()).isEqualTo("HUB-1014");
        assertThat(answers.getLast().path("credits").asText()).isEqualTo("16.00");
    }

    @Test
    void nothingInIsNothingOut() throws IOException {
        assertThat(convert("")).isEmpty();
        assertThat(status).isZero();
    }

    @Test
    void todayIsAnOption() throws IOException {
        JsonNode answer = convert(EXCELLENT, "--date", "2023-05-09").getFirst();
        assertThat(answer.at("/findings/0/code").asText()).isEqualTo("HUB-1007");
    }

    @Test
    void anUnknownPolicyIsAWrongCallThatNamesTheKnownOnes() throws IOException {
        assertThat(convert(EXCELLENT, "--policy", "no-such")).isEmpty();
        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).contains("no-such").contains("shanxi-2017");
    }

    private List<JsonNode> convert(String input, String... more) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
        CommandLine line =
                new CommandLine(new ConvertCommand(new ByteArrayInputStream(bytes), out))
                        .setErr(new PrintWriter(err, true));
        List<String> args = new ArrayList<>(List.of(more));
        if (!args.contains("--policy")) args.addAll(List.of("--policy", "shanxi-2017"));
        status = line.execute(args.toArray(String[]::new));
        List<JsonNode> answers = new ArrayList<>();
        for (String text : out.toString(StandardCharsets.UTF_8).lines().toList()) {
            answers.add(JSON.readTree(text));
        }
        return answers;
    }
}
