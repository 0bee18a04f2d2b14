package io.credithub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credithub.app.command.pipe.ConvertCommand;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/// The regulation's worked examples as a pipeline sees them: a canonical record into `hub convert`,
/// its credits out, and the paragraphs that led there. The ground floor holds the same examples.
final class ConvertedExamplesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REST =
            "\"teacher\":{\"teacherNo\":\"T1\",\"name\":\"王芳\"},\"program\":{\"name\":\"培训\"},"
                    + "\"completedOn\":\"2023-05-10\"";

    /// The last step is the rounding, which has the paragraph of the conversion; where nothing is
    /// earned, nothing is rounded.
    @ParameterizedTest(name = "{3}: {0} earns {1}; {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    NATIONAL CENTRALISED 24 PASS      |  8.00 | 24/3             | 四(一) 四(二) 四(一)
                    PROVINCE CENTRALISED 40 EXCELLENT | 16.00 | 40/3 × 1.2       | 四(一) 四(二) 四(一)
                    CITY CENTRALISED 30 GOOD          |  8.25 | 30/4 × 1.1       | 四(一) 四(二) 四(一)
                    COUNTY CENTRALISED 10 PASS        |  2.50 | 10/4             | 四(一) 四(二) 四(一)
                    NATIONAL ONLINE 10 EXCELLENT      |  2.40 | 10/5 × 1.2       | 四(一) 四(二) 四(一)
                    SCHOOL SCHOOL_BASED 7 GOOD        |  1.54 | 7/5 × 1.1        | 四(一) 四(二) 四(一)
                    PROVINCE CENTRALISED 72 FAIL      |  0.00 | 不合格 earns none | 四(一) 四(二)
                    """)
    void aCourseEarnsByItsHoursAndGrade(
            String course, String credits, String why, String paragraphs) {
        String[] word = course.split(" ");
        String record =
                """
                {"recordId":"E","level":"%s","form":"%s","hours":%s,"grade":"%s",%s}
                """
                        .formatted(word[0], word[1], word[2], word[3], REST);
        JsonNode award = converted(record).getFirst();
        assertThat(award.path("credits").asText()).as(why).isEqualTo(credits);
        assertThat(paragraphs(award)).containsExactly(paragraphs.split(" "));
    }

    /// 四(一), 四(二): (24/3 + 50/5) × 1.1.
    @Test
    void aBlendedCourseEarnsForEachPartByItsOwnHours() {
        String record =
                """
                {"recordId":"E","level":"NATIONAL","form":"BLENDED","hours":74,"grade":"GOOD",\
                "parts":[{"form":"CENTRALISED","hours":24},{"form":"ONLINE","hours":50}],%s}
                """
                        .formatted(REST);
        JsonNode award = converted(record).getFirst();
        assertThat(award.path("credits").asText()).isEqualTo("19.80");
        assertThat(paragraphs(award)).containsExactly("四(一)", "四(一)", "四(一)", "四(二)", "四(一)");
    }

    /// 四(四): 12 and 15 in one cycle are posted in full; the cap of 20 belongs to the standing.
    @Test
    void selfDirectedResultsArePostedAsTheCountyDecided() {
        String result =
                """
                {"recordId":"%d","level":"COUNTY","form":"SELF_DIRECTED",\
                "activity":{"category":"HONOUR","decidedCredits":%d},%s}
                """;
        List<JsonNode> awards =
                converted(result.formatted(1, 12, REST) + result.formatted(2, 15, REST));
        for (String place : List.of("/credits", "/components/practice")) {
            assertThat(awards)
                    .extracting(award -> award.at(place).asText())
                    .containsExactly("12.00", "15.00");
        }
        assertThat(paragraphs(awards.getFirst())).containsExactly("四(四)", "四(一)");
    }

    /// Every line was answered without a finding.
    private static List<JsonNode> converted(String records) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] bytes = records.getBytes(StandardCharsets.UTF_8);
        ConvertCommand convert = new ConvertCommand(new ByteArrayInputStream(bytes), out);
        assertThat(new CommandLine(convert).execute("--policy", "shanxi-2017")).isZero();
        List<JsonNode> answers = new ArrayList<>();
        for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
            answers.add(read(line));
        }
        return answers;
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException notJson) {
            throw new AssertionError(line, notJson);
        }
    }

    private static List<String> paragraphs(JsonNode award) {
        List<String> paragraphs = new ArrayList<>();
        award.path("steps").forEach(step -> paragraphs.add(step.path("paragraph").asText()));
        return paragraphs;
    }
}
