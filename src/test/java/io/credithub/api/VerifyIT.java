package io.credithub.api;

import static io.credithub.api.Answers.operator;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.credithub.flow.access.ApiKeys;
import io.credithub.testing.Eventually;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What somebody sees who has a paper and no key.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class VerifyIT {
    private static final String WISH = "{\"cycle\":2022,\"purpose\":\"TITLE\"}";

    @Inject ApiKeys keys;

    private Customer withSixteenCredits() {
        Customer customer = Customer.draw(keys);
        customer.enrol();
        customer.train(2022, "a", 40);
        return customer;
    }

    private static String issue(Customer customer) {
        return customer.post("/certificates", WISH).statusCode(201).extract().path("number");
    }

    private static Response page(String number, String languages) {
        return given().accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .header("Accept-Language", languages)
                .get("/verify/{number}", number);
    }

    @Test
    void aCertificateIsToldWithItsTeacherMasked() {
        Customer customer = withSixteenCredits();
        String number = issue(customer);
        Response answer = page(number, "zh-CN,zh;q=0.9,en;q=0.8");
        answer.then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Cache-Control", "no-store")
                .header("Content-Language", "zh-CN")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Vary", containsString("Accept-Language"));
        String policy = answer.header("Content-Security-Policy");
        assertThat(answer.headers().getValues("Content-Security-Policy")).hasSize(1);
        assertThat(answer.headers().getValues("Cache-Control")).hasSize(1);
        assertThat(policy)
                .startsWith("default-src 'none'; style-src 'sha256-")
                .contains("frame-ancestors 'none'", "form-action 'none'")
                .doesNotContain("unsafe", "script-src");
        String html = answer.asString();
        assertThat(html)
                .contains("✓ 有效", number, "王*", "**********", "职称评审", "16.00", "120.00")
                .contains("2022–2026", Customer.today().toString())
                .doesNotContain("王䶮", customer.no(), customer.teacher().idNumber())
                .doesNotContain("<script", " style=", "src=", "http");
    }

    @Test
    void itComesInEnglishAndAsJson() {
        String number = issue(withSixteenCredits());
        String html =
                page(number, "en-GB,en;q=0.9,zh;q=0.2").then().statusCode(200).extract().asString();
        assertThat(html)
                .contains("lang=\"en\"", "✓ It holds", "assessment of a professional title");
        given().accept("application/json")
                .get("/verify/{number}", number.toLowerCase(Locale.ROOT))
                .then()
                .statusCode(200)
                .contentType(startsWith("application/json"))
                .header("Cache-Control", "no-store")
                .body("status", equalTo("VALID"))
                .body("certificate.number", equalTo(number))
                .body("certificate.teacher", equalTo("王*"))
                .body("certificate.recognised", equalTo("16.00"))
                .body("certificate.inQuestion", equalTo(List.of()))
                .body("certificate.issuedBy.division", equalTo("100000"))
                .body("report", nullValue());
    }

    @Test
    void oneThatWasRevokedSaysSoFirst() {
        Customer customer = withSixteenCredits();
        String number = issue(customer);
        operator(keys)
                .contentType("application/json")
                .body("{\"reason\":\"签发有误\"}")
                .delete(customer.path() + "/certificates/" + number)
                .then()
                .statusCode(204);
        String html = page(number, "zh").then().statusCode(200).extract().asString();
        assertThat(html).contains("class=\"fails\"", "✕ 已作废", "作废日期").doesNotContain("✓", "签发有误");
        given().accept("application/json")
                .get("/verify/{number}", number)
                .then()
                .body("status", equalTo("REVOKED"))
                .body("certificate.revokedOn", equalTo(Customer.today().toString()));
    }

    /// Nobody can tell what is not there from what is no number.
    @Test
    void whatIsNotThereHasOneAnswer() {
        List<String> pages = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (String number :
                List.of(
                        "2026-7F3KXM2QBW",
                        "0000-0000-0000-0000-0000",
                        "x",
                        "<script>alert(1)</script>",
                        "14010519800101001X",
                        "王䶮",
                        "' or 1=1 --")) {
            Response page = page(number, "zh");
            assertThat(page.statusCode()).as(number).isEqualTo(404);
            pages.add(page.asString() + headers(page));
            Response json = given().accept("application/json").get("/verify/{number}", number);
            assertThat(json.statusCode()).as(number).isEqualTo(404);
            told.add(json.asString() + headers(json));
        }
        assertThat(pages).allMatch(pages.getFirst()::equals);
        assertThat(told).allMatch(told.getFirst()::equals);
        assertThat(pages.getFirst()).contains("✕ 查无此件").doesNotContain("<script");
        assertThat(told.getFirst()).contains("UNKNOWN");
    }

    private static String headers(Response answer) {
        return Answers.headers(answer).toString();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en                 | en
                    EN-us              | en
                    zh;q=0.5,en;q=0.7  | en
                    en;q=0.3,zh        | zh-CN
                    fr,de;q=0.5        | zh-CN
                    en;q=0             | zh-CN
                    *                  | zh-CN
                    ;;;q=              | zh-CN
                    """)
    void theReadersLanguageIsSpoken(String wanted, String spoken) {
        page("x", wanted).then().header("Content-Language", spoken);
    }

    @Test
    void withoutALanguageItIsChinese() {
        given().get("/verify/x").then().statusCode(404).contentType("text/html;charset=UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "csv"})
    void aReportIsToldByItsCode(String format) {
        String ask =
                "{\"name\":\"statement\",\"division\":\"140122\",\"schoolYear\":2025,\"format\":\"%s\"}"
                        .formatted(format);
        String location =
                operator(keys)
                        .contentType("application/json")
                        .body(ask)
                        .post("/api/v1/reports")
                        .header("Location");
        Eventually.until(
                "made",
                () -> operator(keys).get(location).jsonPath().getString("state").equals("DONE"));
        JsonPath job = operator(keys).get(location).jsonPath();
        String code = job.getString("verificationCode");
        String file = operator(keys).get(location + "/file").asString();
        assertThat(file).contains(code);
        if (format.equals("html")) {
            assertThat(file).contains(PostgresResource.PUBLIC_URL + "verify/" + code);
        }
        String html = page(code, "zh").then().statusCode(200).extract().asString();
        assertThat(html)
                .contains("✓ 本报表由学分汇生成", "学年对账表", "140122", "2025–2026", code)
                .contains(job.getString("sha256"), job.getString("askedBy"));
        given().accept("application/json")
                .get("/verify/{code}", code)
                .then()
                .statusCode(200)
                .body("report.name", equalTo("statement"))
                .body("report.files[0].sha256", equalTo(job.getString("sha256")))
                .body("report.files[0].format", equalTo(job.getString("format")))
                .body("certificate", nullValue());
    }
}
