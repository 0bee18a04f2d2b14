package io.credithub.api;

import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.problem;
import static io.credithub.api.Answers.reader;
import static io.credithub.api.Answers.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.credithub.api.problem.ProblemCode;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lists of teachers, through the API and PostgreSQL: in a county of each test's own.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class TeacherListIT {
    private static final String HEAD =
            "teacher_no,name,birth_date,school_code,school_name,division_code,status";
    private static final AtomicInteger COUNTIES = new AtomicInteger(147_101);
    private static final AtomicInteger NUMBERS = new AtomicInteger(70_000_001);

    @Inject ApiKeys keys;

    private String county;
    private String school;

    @BeforeEach
    void inACountyOfItsOwn() {
        county = Integer.toString(COUNTIES.getAndIncrement());
        school = "S-" + county;
    }

    @Test
    void everybodyOnTheRosterIsListedWithRecordsOrWithout() {
        String trained = number();
        String idle = number();
        enrol(row(trained, "王一", school), row(idle, "李二", school));
        train(trained, 60);
        JsonPath list = list("?schoolYear=" + Customer.schoolYear());
        assertThat(list.getList("items.teacherNo")).containsExactly(trained, idle);
        assertThat(list.getList("items.verdict")).containsExactly("QUALIFIED", "NOT_YET");
        assertThat(list.getString("items[0].recognised")).isEqualTo("24.00");
        assertThat(list.getString("items[1].missing")).isEqualTo("20.00");
        assertThat(list.getString("items[1].school.name")).isEqualTo("实验小学");
        assertThat(list.getMap("counts")).hasSize(2);
        assertThat(list.getInt("counts.QUALIFIED")).isOne();
        assertThat(list.getInt("pending")).isZero();
        JsonPath cycle = list("?cycle=" + Customer.cycle());
        assertThat(cycle.getList("items.verdict")).containsExactly("NOT_YET", "NOT_YET");
        assertThat(cycle.getString("items[1].missing")).isEqualTo("120.00");
        assertThat(cycle.getList("items[1].floors.line")).isNotEmpty();
    }

    @Test
    void whoGrantsAnExemptionAndThenAsksSeesIt() {
        String one = number();
        enrol(row(one, "赵三", school));
        String question = "?schoolYear=" + Customer.schoolYear();
        assertThat(list(question).getString("items[0].verdict")).isEqualTo("NOT_YET");
        operator(keys)
                .contentType("application/json")
                .body(
                        "{\"kind\":\"MATERNITY\",\"schoolYear\":%d,\"evidence\":\"批 1\"}"
                                .formatted(Customer.schoolYear()))
                .post("/api/v1/teachers/" + one + "/exemptions")
                .then()
                .statusCode(201);
        JsonPath after = list(question);
        assertThat(after.getString("items[0].verdict")).isEqualTo("EXEMPT");
        assertThat(after.getMap("counts").toString()).isEqualTo("{EXEMPT=1}");
    }

    @Test
    void pagesGoThroughAllOfThemInEveryOrder() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 7; i++) rows.add(row(number(), "钱" + i % 3, "S-" + county + i % 2));
        enrol(rows.toArray(String[]::new));
        for (String sort : List.of("number", "name", "school", "missing")) {
            List<String> up = walk("?limit=2&sort=" + sort);
            List<String> down = walk("?limit=3&sort=-" + sort);
            assertThat(up).as(sort).hasSize(7).doesNotHaveDuplicates();
            assertThat(down.reversed()).as(sort).isEqualTo(up);
        }
    }

    private List<String> walk(String question) {
        List<String> all = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = list(question + cursor);
            all.addAll(page.getList("items.teacherNo"));
            String next = page.getString("next");
            cursor = next == null ? null : "&cursor=" + next;
        }
        return all;
    }

    @Test
    void filtersNarrowTheListAndItsCounts() {
        String odd = number();
        enrol(
                row(odd, "孙%_四", school),
                row(number(), "孙五", school),
                row(number(), "周六", school + "b"));
        assertThat(listed("?name=%25_")).containsExactly(odd);
        assertThat(listed("?name=孙")).hasSize(2);
        assertThat(listed("?school=" + school)).hasSize(2);
        assertThat(listed("?state=LEFT")).isEmpty();
        JsonPath none = list("?verdict=EXEMPT&school=" + school);
        assertThat(none.getList("items")).isEmpty();
        assertThat(none.getInt("counts.NOT_YET")).isEqualTo(2);
    }

    @Test
    void aSchoolSeesItsOwnAndTheirStatements() {
        String own = number();
        String other = number();
        enrol(row(own, "吴七", school), row(other, "郑八", school + "b"));
        JsonPath list =
                ofSchool().get("/api/v1/teachers").then().statusCode(200).extract().jsonPath();
        assertThat(list.getList("items.teacherNo")).containsExactly(own);
        assertThat(list.getInt("counts.NOT_YET")).isOne();
        problem(
                ofSchool().get("/api/v1/teachers?school=" + school + "b").then(),
                ProblemCode.BAD_PARAMETER);
        ofSchool().get("/api/v1/teachers/" + own + "/statement").then().statusCode(200);
        problem(
                ofSchool().get("/api/v1/teachers/" + other + "/statement").then(),
                ProblemCode.NOT_FOUND);
    }

    /// A new one each time, since it keeps the parameters of the last.
    private RequestSpecification ofSchool() {
        return with(keys, new Permission.SchoolPermission(school, new Jurisdiction(county)));
    }

    @Test
    void nobodyOfAnotherDivisionIsListed() {
        String kept = number();
        String namesake = number();
        enrol(row(kept, "冯九", school), row(namesake, "冯九", school + "b"));
        assertThat(listed("")).hasSize(2);
        JsonPath other = reader(keys, "159900").get("/api/v1/teachers").jsonPath();
        assertThat(other.getList("items")).isEmpty();
        problem(
                reader(keys, "159900").get("/api/v1/teachers?division=" + county).then(),
                ProblemCode.BAD_PARAMETER);
    }

    @ParameterizedTest
    @CsvSource({
        "verdict=GOOD, QUALIFIED",
        "state=AWAY, SECONDED",
        "sort=age, -missing",
        "cycle=2023, 2022",
        "schoolYear=1999, 2017",
        "cycle=2022&schoolYear=2024, not both",
        "cursor=bm8, next",
        "name=%20a, characters",
        "division=1401, digits",
    })
    void whatIsMeantWronglyIsRefusedWithWhatIsRight(String question, String remedy) {
        problem(
                        operator(keys)
                                .urlEncodingEnabled(false)
                                .get("/api/v1/teachers?" + question)
                                .then(),
                        ProblemCode.BAD_PARAMETER)
                .body("remedy.en", containsString(remedy));
    }

    private List<String> listed(String question) {
        return list(question).getList("items.teacherNo");
    }

    private JsonPath list(String question) {
        return reader(keys, county)
                .urlEncodingEnabled(false)
                .get("/api/v1/teachers" + question.replace("孙", "%E5%AD%99"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String number() {
        return Integer.toString(NUMBERS.getAndIncrement());
    }

    private String row(String number, String name, String schoolCode) {
        return "%s,%s,1980-01-01,%s,实验小学,%s,ACTIVE".formatted(number, name, schoolCode, county);
    }

    private void enrol(String... rows) {
        operator(keys)
                .contentType("text/csv; charset=UTF-8")
                .body((HEAD + "\n" + String.join("\n", rows) + "\n").getBytes(UTF_8))
                .post("/api/v1/roster")
                .then()
                .statusCode(200)
                .body("refused", equalTo(0));
    }

    /// Provincial, centralised, excellent, on the first day of this school year.
    private void train(String number, int hours) {
        String record = Answers.record(number, number + "-a", hours).replace("王䶮", "王一");
        Answers.settled(
                operator(keys),
                Answers.feed(keys, "vendor-push")
                        .contentType("application/x-ndjson")
                        .body(
                                record.replace("2023-05-01", Customer.schoolYear() + "-09-01")
                                        .getBytes(UTF_8))
                        .post("/api/v1/feeds/vendor-push/deliveries")
                        .header("Location"));
    }
}
