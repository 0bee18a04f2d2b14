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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/// Questions in, standings out, as a pipeline sees it.
final class StandingCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COURSE =
            "{\"level\":\"PROVINCE\",\"form\":\"CENTRALISED\",\"hours\":%s,\"grade\":\"PASS\","
                    + "\"completedOn\":\"%s\"}";

    /// A year of 17.30 with a loan: 2.70 exactly, and the next year starts at −2.70.
    private static final String LOAN =
            "{\"teacherNo\":\"T1\",\"asOf\":\"2024-01-01\",\"cycle\":2022,"
                    + "\"teacher\":{\"loans\":[{\"schoolYear\":2022,\"credits\":\"2.70\"}]},"
                    + "\"awards\":["
                    + COURSE.formatted("51.9", "2023-05-01")
                    + "]}";

    private final StringWriter err = new StringWriter();
    private int status;

    @Test
    void theAnswerTellsEverythingInItsOrder() throws IOException {
        String answer = asked(LOAN).getFirst().toString();
        assertThat(status).isZero();
        assertThat(answer)
                .startsWith(
                        "{\"teacherNo\":\"T1\",\"policy\":\"shanxi-2017\",\"cycle\":2022,"
                                + "\"asOf\":\"2024-01-01\",\"verdict\":\"NOT_YET\","
                                + "\"earned\":\"17.30\",\"recognised\":\"17.30\","
                                + "\"required\":\"120.00\",\"years\":[{\"schoolYear\":2022,"
                                + "\"state\":\"ENDED\",\"outcome\":\"BORROWED\","
                                + "\"earned\":\"17.30\",\"recognised\":\"17.30\","
                                + "\"carriedIn\":\"0.00\",\"minimum\":\"20.00\","
                                + "\"borrowed\":\"2.70\",\"repaid\":\"0.00\","
                                + "\"carriedOut\":\"-2.70\",\"exempted\":\"0.00\","
                                + "\"missing\":\"0.00\",\"cuts\":[],\"floors\":[]},"
                                + "{\"schoolYear\":2023,\"state\":\"RUNNING\",\"outcome\":\"OPEN\","
                                + "\"earned\":\"0.00\",\"recognised\":\"0.00\","
                                + "\"carriedIn\":\"-2.70\"");
        assertThat(answer)
                .contains(
                        "\"requirements\":[{\"key\":\"total\",\"title\":{\"zh\":\"周期总学分\","
                                + "\"en\":\"total of the cycle\"},\"paragraph\":\"三(二)\","
                                + "\"state\":\"MISSING\",\"earned\":\"17.30\","
                                + "\"recognised\":\"17.30\",\"required\":\"120.00\","
                                + "\"missing\":\"102.70\",\"cut\":\"0.00\"}")
                .contains(
                        "\"paragraph\":\"三(二)\",\"credits\":\"2.70\",\"filledBy\":"
                                + "{\"zh\":\"国培、省培、市培的集中培训\"");
        assertThat(answer)
                .endsWith(
                        "\"openLoans\":[{\"schoolYear\":2022,\"owed\":\"2.70\","
                                + "\"repaid\":\"0.00\"}]}");
    }

    /// 四(四): posted in full, recognised up to 20, and the cap is named in the year that it cuts.
    @Test
    void aboveTheCapOfTheCycleNothingIsRecognised() throws IOException {
        String result =
                "{\"level\":\"COUNTY\",\"form\":\"SELF_DIRECTED\",\"activity\":"
                        + "{\"category\":\"HONOUR\",\"decidedCredits\":%s},\"completedOn\":\"%s\"}";
        JsonNode answer =
                asked(
                                "{\"asOf\":\"2025-09-01\",\"awards\":["
                                        + result.formatted("15", "2024-03-01")
                                        + ","
                                        + result.formatted("12", "2023-03-01")
                                        + "]}")
                        .getFirst();
        assertThat(answer.path("earned").asText()).isEqualTo("27.00");
        assertThat(answer.path("recognised").asText()).isEqualTo("20.00");
        assertThat(answer.at("/years/1/recognised").asText()).isEqualTo("8.00");
        assertThat(answer.at("/years/1/cuts").toString())
                .isEqualTo("[{\"line\":\"self-directed\",\"credits\":\"7.00\"}]");
    }

    @Test
    void aWrongLineStopsNoneOfItsNeighbours() throws IOException {
        String wrong =
                "{\"teacherNo\":\"T2\",\"asOf\":\"2024-02-30\",\"cycle\":\"2022\",\"teacher\":"
                        + "{\"loan\":[],\"loans\":[{\"schoolYear\":2022}]},\"awards\":["
                        + COURSE.formatted("0", "2023-05-01")
                        + ",7]}";
        List<JsonNode> answers =
                asked(LOAN.replace("T1", "first") + "\n" + wrong + "\n\n{\n" + LOAN + "\n");
        assertThat(answers)
                .extracting(answer ->
                        answer.path("teacherNo").asText()
                                + " "
                                + answer.path("recognised").asText("–"))
                .containsExactly("first 17.30", "T2 –", " –", " –", "T1 17.30");
        assertThat(answers.get(1).path("findings"))
                .extracting(finding ->
                        finding.path("code").asText() + " " + finding.path("field").asText())
                .containsExactly(
                        "HUB-1006 /asOf",
                        "HUB-1004 /cycle",
                        "HUB-1002 /teacher/loan",
                        "HUB-1003 /teacher/loans/0/credits",
                        "HUB-1004 /awards/1",
                        "HUB-1005 /awards/0/hours");
        assertThat(answers.get(1).at("/findings/0/value").asText()).isEqualTo("2024-02-30");
        assertThat(answers.get(1).at("/findings/0/message/zh").asText()).isEqualTo("日期无效");
        assertThat(status).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            textBlock =
                    """
                    HUB-1013 /awards/0/form      | {"awards":[{"level":"SCHOOL","form":"CENTRALISED","hours":4,"grade":"PASS","completedOn":"2023-05-01"}]}
                    HUB-1005 /cycle              | {"cycle":2023}
                    HUB-1005 /cycle              | {"cycle":1979}
                    HUB-1004 /awards             | {"awards":{}}
                    HUB-1008 /awards/0/status    | {"awards":[{"recordId":"r","revision":1,"status":"WITHDRAWN"}]}
                    HUB-1005 /awards/0/credits   | {"awards":[{"level":"CITY","form":"ONLINE","completedOn":"2023-05-01","credits":"1.001"}]}
                    HUB-1002 /award              | {"award":[]}
                    HUB-1004 ""                  | []
                    HUB-1004 /teacher/newTeacher | {"teacher":{"newTeacher":"no"}}
                    HUB-1008 /teacher/divisions/0/code | {"teacher":{"divisions":[{"from":"2020-01-01","code":"太原"}]}}
                    HUB-1003 /teacher/frozen/0/qualified | {"teacher":{"frozen":[{"schoolYear":2022,"recognised":"1.00"}]}}
                    HUB-2005 /awards/0/parts     | {"awards":[{"level":"CITY","form":"BLENDED","hours":4,"grade":"PASS","completedOn":"2023-05-01"}]}
                    """)
    void whatIsWrongIsNamedWithItsPlace(String finding, String question) throws IOException {
        JsonNode first = asked(question).getFirst().at("/findings/0");
        String[] told = finding.replace("\"\"", " ").split(" ");
        assertThat(first.path("code").asText()).isEqualTo(told[0]);
        assertThat(first.path("field").asText()).isEqualTo(told.length < 2 ? "" : told[1]);
        assertThat(status).isEqualTo(1);
    }

    @Test
    void aDecidedYearStaysAsItWasDecided() throws IOException {
        JsonNode year =
                asked(
                                "{\"asOf\":\"2024-01-01\",\"teacher\":{\"frozen\":[{\"schoolYear\":2022,"
                                    + "\"recognised\":\"20.00\",\"qualified\":true}]}}")
                        .getFirst()
                        .at("/years/0");
        assertThat(year.path("decided").toString())
                .isEqualTo(
                        "{\"recognised\":\"20.00\",\"qualified\":true,\"difference\":\"-20.00\","
                                + "\"inQuestion\":true}");
    }

    /// Where a policy counts the same content once, a programme is its content, as in the registry.
    @Test
    void theSameProgrammeIsTheSameContent() throws IOException {
        String talk =
                "{\"level\":\"%s\",\"form\":\"SCHOOL_BASED\",\"program\":{\"name\":\"%s\"},"
                        + "\"completedOn\":\"2023-05-01\",\"credits\":\"%s\"}";
        String two =
                talk.formatted("CITY", "读书会", "2.00") + "," + talk.formatted("COUNTY", "%s", 3);
        String twice = "{\"awards\":[" + two + "]}";
        String questions = twice.formatted(" 读书会 ") + "\n" + twice.formatted("沙龙");
        assertThat(asked(questions, "--policy", "school-research", "--today", "2023-08-01"))
                .extracting(answer -> answer.path("recognised").asText())
                .containsExactly("2.00", "5.00");
    }

    @Test
    void whatIsNotSaidIsToday() throws IOException {
        JsonNode answer =
                asked("{}", "--policy", "shanxi-2017", "--today", "2020-02-29").getFirst();
        assertThat(answer.path("asOf").asText()).isEqualTo("2020-02-29");
        assertThat(answer.path("cycle").asInt()).isEqualTo(2017);
    }

    /// 24 h are 24/8 in Guangxi and 24/3 in Shanxi, and Shanxi asks, where the teacher then is.
    @Test
    void byPlaceEachAwardIsJudgedWhereTheTeacherThenWas() throws IOException {
        String moves =
                "{\"asOf\":\"%s\",\"teacher\":{\"divisions\":["
                        + "{\"from\":\"2010-09-01\",\"code\":\"450100\"},"
                        + "{\"from\":\"2018-09-01\",\"code\":\"140105\"}]},\"awards\":["
                        + COURSE.formatted(24, "2018-08-31")
                        + ","
                        + COURSE.formatted(24, "2018-09-01")
                        + "]}";
        List<JsonNode> answers =
                asked(
                        moves.formatted("2018-08-31") + "\n" + moves.formatted("2019-01-01"),
                        "--by-place");
        assertThat(answers)
                .extracting(answer ->
                        answer.path("policy").asText()
                                + answer.path("confidence").asText(" ")
                                + answer.path("recognised").asText())
                .containsExactly("guangxi-2016SECONDARY3.00", "shanxi-2017 11.00");
        assertThat(asked(moves.formatted("2019-01-01")).getFirst().path("recognised").asText())
                .isEqualTo("16.00");
    }

    @Test
    void whoBelongsNowhereHasNoPolicyByPlace() throws IOException {
        JsonNode answer = asked("{}", "--by-place", "--today", "2023-01-01").getFirst();
        assertThat(answer.at("/findings/0/code").asText()).isEqualTo("HUB-1013");
        assertThat(answer.at("/findings/0/field").asText()).isEqualTo("/teacher/divisions");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --policy no-such                | known: beijing-13fyp
                    ''                              | --policy=P | --by-place
                    --policy shanxi-2017 --by-place | mutually exclusive
                    --today yesterday --by-place    | --today
                    """)
    void aWrongCallIsRefused(String options, String told) throws IOException {
        assertThat(asked(LOAN, options.isEmpty() ? new String[] {"--"} : options.split(" ")))
                .isEmpty();
        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).contains(told);
    }

    private List<JsonNode> asked(String questions, String... options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] bytes = questions.getBytes(StandardCharsets.UTF_8);
        CommandLine line =
                new CommandLine(new StandingCommand(new ByteArrayInputStream(bytes), out))
                        .setErr(new PrintWriter(err, true));
        String[] usual = {"--policy", "shanxi-2017", "--today", "2025-01-01"};
        status = line.execute(options.length == 0 ? usual : options);
        List<JsonNode> answers = new ArrayList<>();
        for (String text : out.toString(StandardCharsets.UTF_8).lines().toList()) {
            answers.add(JSON.readTree(text));
        }
        return answers;
    }
}
