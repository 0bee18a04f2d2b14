package io.credithub.api;

import static io.credithub.api.Answers.feed;
import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.credithub.api.problem.Problem;
import io.credithub.api.problem.ProblemCode;
import io.credithub.flow.access.ApiKeys;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever is refused is told what is wrong, where, and what would be right.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class RefusalsIT {
    @Inject ApiKeys keys;

    private Customer customer;

    @BeforeEach
    void aTeacher() {
        customer = Customer.draw(keys);
        customer.enrol();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /certificates | {"cycle":2022,"purpose":"TITLE","asof":"2024-08-31"} | HUB-5013 | /asof       |
                    /exemptions   | {"kind":"MATERNITY","school_year":2025}              | HUB-5013 | /school_year |
                    /loans        | {"schoolyear":2026}                                  | HUB-5013 | /schoolyear |
                    /reservations | {"cycle":2022,"credits":"1,000","purpose":"TITLE"}   | HUB-5014 | /credits    | 1,000
                    /reservations | {"cycle":2022,"credits":"１２","purpose":"TITLE"}    | HUB-5014 | /credits    | １２
                    /reservations | {"cycle":2022,"credits":true,"purpose":"TITLE"}      | HUB-5014 | /credits    |
                    /reservations | {"cycle":2022.5,"credits":"0.10","purpose":"TITLE"}  | HUB-5014 | /cycle      | 2022.5
                    /certificates | {"cycle":2022.9,"purpose":"TITLE"}                   | HUB-5014 | /cycle      | 2022.9
                    /certificates | {"cycle":"2022","purpose":"TITLE"}                   | HUB-5014 | /cycle      |
                    /certificates | {"cycle":99999999999,"purpose":"TITLE"}              | HUB-5014 | /cycle      | 99*********
                    /certificates | {"cycle":1e999999999,"purpose":"TITLE"}              | HUB-5014 | /cycle      | 1e99*******
                    /certificates | {"cycle":2022,"purpose":5}                           | HUB-5014 | /purpose    | 5
                    /certificates | {"cycle":2022,"purpose":["TITLE"]}                   | HUB-5014 | /purpose    |
                    /exemptions   | {"kind":"MATERNITY","schoolYear":2025.7,"evidence":"e"} | HUB-5014 | /schoolYear | 2025.7
                    /loans        | {"schoolYear":2026,"schoolYear":2025}                | HUB-5015 |             |
                    /loans        | {                                                    | HUB-5009 |             |
                    /loans        | []                                                   | HUB-5009 |             |
                    /loans        | 7                                                    | HUB-5009 |             |
                    /loans        | "x"                                                  | HUB-5009 |             |
                    /loans        | {"schoolYear":2026} {}                               | HUB-5009 |             |
                    /loans        | {"schoolYear":2026}]                                 | HUB-5009 |             |
                    """)
    void aRequestThatIsNotUnderstoodIsTakenApart(
            String end, String body, String code, String field, String value) {
        customer.post(end, body)
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("code", equalTo(code))
                .body("field", equalTo(field))
                .body("value", equalTo(value))
                .body("message.zh", not(blankOrNullString()))
                .body("remedy.zh", not(blankOrNullString()))
                .body("remedy.en", not(blankOrNullString()));
    }

    @Test
    void theRemedyNamesWhatWouldBeRight() {
        customer.post("/loans", "{\"schoolyear\":2026}")
                .body("parameter", equalTo("schoolyear"))
                .body("remedy.en", containsString("line, schoolYear"));
        customer.post("/loans", "{\"schoolYear\":\"x\"}").body("remedy.zh", containsString("整数"));
        customer.post("/certificates", "{\"cycle\":2022,\"purpose\":\"KING\"}")
                .body("value", equalTo("KING"))
                .body("remedy.en", containsString("TITLE"));
        customer.post("/loans", "{\n\"schoolYear\": ,}")
                .body("remedy.en", containsString("line 2"));
    }

    @Test
    void anIdNumberInAWrongFieldIsNotToldAgain() {
        customer.post("/exemptions", "{\"kind\":\"110101199003074514\"}")
                .body("value", equalTo("11****************"))
                .body(not(containsString("1990")));
        customer.post("/loans", "{\"schoolYear\":110101199003074514}")
                .body(not(containsString("1990")));
        customer.post("/loans", "{\"110101199003074514\":1}").body(not(containsString("1990")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "text/csv"})
    void anotherContentTypeIsNamed(String type) {
        problem(
                operator(keys)
                        .contentType(type)
                        .body("{\"schoolYear\":2026}")
                        .post(customer.path() + "/loans")
                        .then(),
                ProblemCode.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void noBodyIsARequestWithoutItsFields() {
        for (String end : List.of("/loans", "/certificates", "/exemptions", "/reservations")) {
            operator(keys)
                    .contentType("application/json")
                    .post(customer.path() + end)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("HUB-5005"))
                    .body("parameter", not(nullValue()));
        }
    }

    @ParameterizedTest
    @CsvSource({"1,2025", "1.0,2025.0", "1e0,2025e0", "10e-1,20250e-1"})
    void aWholeNumberIsOneHoweverItIsWritten(String one, String year) {
        String record = Answers.record(customer.no(), customer.no() + one, 10);
        customer.push(record.replace("{\"recordId\"", "{\"revision\":" + one + ",\"recordId\""));
        assertThat(customer.statement().getList("entries")).hasSize(1);
        customer.post(
                        "/exemptions",
                        "{\"kind\":\"MATERNITY\",\"schoolYear\":%s,\"evidence\":\"批1号\"}"
                                .formatted(year))
                .statusCode(201);
    }

    @Test
    void aRoleIsReadInAnyCase() {
        for (String role : List.of("reader", "Reader", " READER ")) {
            operator(keys)
                    .contentType("application/json")
                    .body(
                            "{\"role\":\"%s\",\"division\":\"140000\",\"label\":\"x\"}"
                                    .formatted(role))
                    .post("/api/v1/keys")
                    .then()
                    .statusCode(201);
        }
        problem(
                        operator(keys)
                                .contentType("application/json")
                                .body("{\"role\":\"KING\",\"label\":\"x\"}")
                                .post("/api/v1/keys")
                                .then(),
                        ProblemCode.BAD_PARAMETER)
                .body("value", equalTo("KING"))
                .body("remedy.en", containsString("FEED, READER, REGISTRAR, SCHOOL, OPERATOR"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /api/v1/deliveries?limit=5000           | HUB-5005 | limit    | 5000  | 1 to 500
                    /api/v1/deliveries?limit=0              | HUB-5005 | limit    | 0     | 1 to 500
                    /api/v1/deliveries?limit=ten            | HUB-5005 | limit    | ten   | whole number
                    /api/v1/deliveries?limit=%EF%BC%91      | HUB-5005 | limit    | １    | whole number
                    /api/v1/deliveries?limit=%2B5           | HUB-5005 | limit    | +5    | whole number
                    /api/v1/deliveries?limit=1&limit=2      | HUB-5017 | limit    |       | once
                    /api/v1/deliveries?feed=nix             | HUB-5012 | feed     | nix   | GET /api/v1/feeds
                    /api/v1/deliveries?feeds=vendor-push    | HUB-5016 | feeds    |       | cursor, feed, limit
                    /api/v1/feeds?x=1                       | HUB-5016 | x        |       | nothing
                    /api/v1/deliveries/%EF%BC%91            | HUB-5005 | id       | １    | whole number
                    /api/v1/deliveries/one                  | HUB-5005 | id       | one   | whole number
                    /api/v1/reconciliation?recount=1        | HUB-5005 | recount  | 1     | true or false
                    /api/v1/reconciliation?bom=TRUE         | HUB-5005 | bom      | TRUE  | true or false
                    /api/v1/reconciliation?by=town          | HUB-5005 | by       | town  | county
                    /api/v1/teachers/nobody/standing?asof=2024-08-31 | HUB-5016 | asof | | asOf, cycle
                    /api/v1/teachers/nobody/standing?asOf=2024-02-30 | HUB-5005 | asOf | 2024-02-30 | 2024-08-31
                    /api/v1/teachers/nobody/standing?cycle=2023      | HUB-5005 | cycle | 2023 | first school year
                    """)
    void aParameterThatIsNotUnderstoodIsNamed(
            String address, String code, String name, String value, String right) {
        Response answer = operator(keys).urlEncodingEnabled(false).get(address);
        answer.then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("code", equalTo(code))
                .body("parameter", equalTo(name))
                .body("value", equalTo(value))
                .body("remedy.en", containsString(right));
    }

    @Test
    void whoMayNotAskIsNotToldWhatIsWrong() {
        problem(given().get("/api/v1/deliveries?x=1").then(), ProblemCode.UNAUTHENTICATED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dryRun=1",
                "dryRun=yes",
                "dryRun=on",
                "dryRun",
                "dryRun=",
                "dryRun=ture",
                "dryRun=TRUE",
                "dry_run=true",
                "dryrun=true",
                "dryRun=false&dryRun=true",
                "dryRun=true&dryRun=true",
                "%64ry_run=true"
            })
    void aFlagThatIsNotUnderstoodIsNoRealDelivery(String query) {
        push(query, customer.no() + "-" + query.hashCode()).statusCode(400);
        assertThat(customer.statement().getList("entries")).isNullOrEmpty();
    }

    @Test
    void theTwoWordsOfAFlagAreUnderstood() {
        push("dryRun=true", customer.no() + "-t").statusCode(200);
        push("dryRun=false", customer.no() + "-f").statusCode(202);
    }

    private ValidatableResponse push(String query, String recordId) {
        return feed(keys, "vendor-push")
                .urlEncodingEnabled(false)
                .contentType("application/x-ndjson")
                .body(Answers.record(customer.no(), recordId, 10).getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/feeds/vendor-push/deliveries?" + query)
                .then();
    }

    @Test
    void tokensOfHeadersAreReadInAnyCase() {
        String record = Answers.record(customer.no(), customer.no() + "-h", 10);
        String key = feedKey();
        given().header("Authorization", "bEaReR " + key)
                .header("Content-Type", "APPLICATION/X-NDJSON")
                .header("Content-Encoding", "GZIP")
                .body(Gzip.of(record))
                .post("/api/v1/feeds/vendor-push/deliveries")
                .then()
                .statusCode(202);
        String csv =
                operator(keys)
                        .header("Accept", "Text/CSV")
                        .get("/api/v1/reconciliation?by=feed")
                        .contentType();
        assertThat(csv).startsWith("text/csv");
    }

    private String feedKey() {
        return operator(keys)
                .contentType("application/json")
                .body("{\"role\":\"FEED\",\"feed\":\"vendor-push\",\"label\":\"x\"}")
                .post("/api/v1/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    @Test
    void aPausedFeedSaysSoAndSinceWhen() {
        operator(keys).post("/api/v1/feeds/vendor-push/pause").then().statusCode(200);
        try {
            String since = pausedAt();
            operator(keys).post("/api/v1/feeds/vendor-push/pause").then().statusCode(200);
            assertThat(pausedAt()).as("pausing twice").isEqualTo(since);
            ValidatableResponse answer = push("dryRun=false", customer.no() + "-p");
            problem(answer, ProblemCode.FEED_PAUSED)
                    .header("Retry-After", not(blankOrNullString()))
                    .body("remedy.zh", containsString("自 " + local(since) + " 起暂停"))
                    .body("remedy.en", containsString("paused since " + local(since)));
        } finally {
            operator(keys).post("/api/v1/feeds/vendor-push/resume").then().statusCode(200);
        }
        assertThat(pausedAt()).isNull();
        push("dryRun=false", customer.no() + "-p").statusCode(202);
    }

    /// The province's clock, to the second.
    private static String local(String instant) {
        return Instant.parse(instant)
                .truncatedTo(ChronoUnit.SECONDS)
                .atZone(ZoneId.of("Asia/Shanghai"))
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private String pausedAt() {
        return operator(keys)
                .get("/api/v1/feeds")
                .jsonPath()
                .getString("find { it.code == 'vendor-push' }.pausedAt");
    }

    @Test
    void findingsStandInTheOrderOfTheirRecordsPageByPage() {
        StringBuilder lines = new StringBuilder();
        for (int at = 0; at < 7; at++) {
            String record = Answers.record(customer.no(), customer.no() + "-" + at, 10);
            lines.append(at % 2 == 0 ? "{\"a\":\n" : record.replace("PROVINCE", "KINGDOM"));
        }
        Response receipt =
                feed(keys, "vendor-push")
                        .contentType("application/x-ndjson")
                        .body(lines.toString().getBytes(StandardCharsets.UTF_8))
                        .post("/api/v1/feeds/vendor-push/deliveries");
        String delivery = receipt.header("Location");
        Answers.settled(operator(keys), delivery);
        StringBuilder seen = new StringBuilder();
        String next = "";
        do {
            var page =
                    operator(keys)
                            .get(delivery + "/findings?limit=2&cursor=" + next)
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath();
            page.getList("items.position").forEach(seen::append);
            next = page.getString("next");
        } while (next != null);
        assertThat(seen).hasToString("0123456");
        String first =
                operator(keys).get(delivery + "/findings").jsonPath().getString("items[0].value");
        assertThat(first).contains("{\"a\":", "第 5 个字符", "character 5");
    }
}
