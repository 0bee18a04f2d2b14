package io.credithub.api;

import static io.credithub.api.Answers.feed;
import static io.credithub.api.Answers.operator;
import static io.credithub.api.Claims.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.access.ApiKeys;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a vendor's key may not report is taken, and earns nothing until a person decides; what the
/// county recognised counts.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class FeedAuthorityIT {
    private static final String PUSH = "/api/v1/feeds/vendor-push/deliveries";

    private static final String RECOGNISE =
            "{\"outcome\":\"RECOGNISE\",\"decidedCredits\":\"28.50\"}";
    private static final String DEGREE =
            """
            "form":"SELF_DIRECTED","activity":{"category":"DEGREE_STUDY","decidedCredits":30}\
            """;
    private static final List<String> SUBJECTS = List.of("", "语文", "数学", "英语");

    @Inject ApiKeys keys;

    private final Claims claims = new Claims(() -> keys);

    @BeforeEach
    void aSchoolAndItsTeacher() {
        claims.enrol();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    'form':'SELF_DIRECTED','activity':{'category':'DEGREE_STUDY','decidedCredits':30}            | HUB-2007 DECIDED_CREDITS | 0.00  | three of them: 90 credits that no county decided
                    'form':'SELF_DIRECTED','activity':{'category':'PAPER','decidedCredits':20}                   | HUB-2007 DECIDED_CREDITS | 0.00  | a paper by decision
                    'form':'CENTRALISED','hours':1000,'grade':'PASS','startedOn':'DAY'                    | HUB-2008 HOURS_A_DAY     | 0.00  | 1 000 hours in one day
                    'form':'CENTRALISED','hours':1000,'grade':'PASS'                                             | HUB-2008 HOURS_A_DAY     | 0.00  | 1 000 hours, and no first day
                    'form':'CENTRALISED','hours':12,'grade':'PASS','startedOn':'DAY','role':'LECTURER'    | HUB-2007 ROLE_NOT_RULED  | 0.00  | a role of which the policy says nothing
                    'form':'CENTRALISED','hours':12,'grade':'PASS','startedOn':'DAY'                      |                          | 12.00 | twelve hours a day are plausible
                    'form':'SELF_DIRECTED','activity':{'category':'PAPER','rank':'PROVINCE','role':'FIRST_AUTHOR'} |                         | 15.00 | a paper of a fixed worth
                    """)
    void whatAFeedMayNotReportEarnsNothing(
            String what, @Nullable String finding, String earned, String why) {
        StringBuilder lines = new StringBuilder();
        for (int n = 1; n <= 3; n++) lines.append(line(n, what.replace('\'', '"')));
        JsonPath delivery = push(lines.toString());
        assertThat(delivery.getInt("records.accepted")).as(why).isEqualTo(3);
        assertThat(delivery.getInt("records.rejected")).isZero();
        assertThat(findings(delivery))
                .as(why)
                .containsExactlyElementsOf(
                        finding == null ? List.of() : List.of(finding, finding, finding));
        assertThat(earned()).as(why).isEqualTo(earned);
    }

    @Test
    void whatTheCountyRecognisedCounts() {
        push(line(1, DEGREE));
        String number = claims.submitted(claims.degree());
        Response decided = claims.decide(number, RECOGNISE);
        assertThat(decided.statusCode()).as(decided.asString()).isEqualTo(200);
        assertThat(claims.posted(number, 1).getList("awards.credits")).containsExactly("28.50");
        assertThat(earned()).isEqualTo("28.50");
        assertThat(operator(keys).get(PATH + "/" + number).statusCode()).isEqualTo(200);
    }

    private String line(int n, String what) {
        return """
        {"recordId":"%s-%d","teacher":{"teacherNo":"%s","name":"王䶮"},\
        "program":{"name":"%s研修"},"level":"PROVINCE",%s,"completedOn":"DAY"}
        """
                .formatted(claims.first, n, claims.first, SUBJECTS.get(n), what)
                .replace("DAY", "2023-05-1" + n);
    }

    private JsonPath push(String lines) {
        Response receipt =
                feed(keys, "vendor-push")
                        .contentType("application/x-ndjson")
                        .body(lines.getBytes(StandardCharsets.UTF_8))
                        .post(PUSH);
        assertThat(receipt.statusCode()).as(receipt.asString()).isEqualTo(202);
        return Answers.settled(operator(keys), receipt.header("Location"));
    }

    private List<String> findings(JsonPath delivery) {
        JsonPath all =
                operator(keys)
                        .get("/api/v1/deliveries/" + delivery.getLong("delivery") + "/findings")
                        .jsonPath();
        List<String> told = new ArrayList<>();
        for (int i = 0; i < all.getList("items").size(); i++) {
            String item = "items[" + i + "].";
            told.add(all.getString(item + "code") + " " + all.getString(item + "value"));
        }
        return told;
    }

    private String earned() {
        return claims.statement(claims.first).getString("standing.earned");
    }
}
