package io.credithub.api;

import static io.credithub.api.Answers.feed;
import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.problem;
import static io.credithub.api.Answers.reader;
import static io.credithub.api.Answers.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.credithub.api.problem.ProblemCode;
import io.credithub.fixtures.RosterTeacher;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Divisions, schools, and who is registered where no county is.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class PlacesIT {
    private static final Random RANDOM = new Random();
    private static final String DIVISIONS = "/api/v1/divisions";
    private static final String SCHOOLS = "/api/v1/schools";

    /// 大同市 南郊区, divided in 2018.
    private static final String ABOLISHED = "140211";

    @Inject ApiKeys keys;
    @Inject Pool pool;

    private final String school = "S-places-%08x".formatted(RANDOM.nextInt());

    private ValidatableResponse enrol(RosterTeacher teacher) {
        return operator(keys)
                .contentType("text/csv")
                .body(teacher.csv().replace("S-1,", school + ",").getBytes(UTF_8))
                .post("/api/v1/roster")
                .then()
                .statusCode(200);
    }

    @Test
    void everyKeyLooksUpNames() {
        Permission ofSchool = new Permission.SchoolPermission("S", new Jurisdiction("140105"));
        for (RequestSpecification caller :
                List.of(
                        operator(keys),
                        reader(keys, "140105"),
                        feed(keys, "vendor-push"),
                        with(keys, new Permission.Registrar(new Jurisdiction("140200"))),
                        with(keys, ofSchool))) {
            caller.get(DIVISIONS + "/140105")
                    .then()
                    .statusCode(200)
                    .body("name", equalTo("小店区"))
                    .body("title", equalTo("太原市 小店区"))
                    .body("level", equalTo("COUNTY"))
                    .body("parent", equalTo("140100"))
                    .body("today", contains("140105"))
                    .body("toYear", nullValue());
        }
    }

    @Test
    void aCodeOfThePastTellsWhatBecameOfIt() {
        operator(keys)
                .get(DIVISIONS + "/" + ABOLISHED)
                .then()
                .statusCode(200)
                .body("title", equalTo("大同市 南郊区"))
                .body("toYear", equalTo(2017))
                .body("succession", equalTo("SPLIT"))
                .body("successors", contains("140213", "140214"))
                .body("today", contains("140213", "140214"));
        operator(keys)
                .get(DIVISIONS + "/140213")
                .then()
                .body("fromYear", equalTo(2018))
                .body("predecessors", contains("140202", ABOLISHED));
        problem(operator(keys).get(DIVISIONS + "/149999").then(), ProblemCode.NOT_FOUND);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    parent=140300                      | 140302 140303 140311 140321 140322
                    parent=140300&name=郊              | 140311
                    level=province                     | 140000
                    name=示范区&level=COUNTY           | 140171
                    validity=ABOLISHED&parent=140200   | 140202 140203 140211 140227
                    schoolYear=2017&name=大同市        | 140200 140202 140203 140211 140212 140221 140222 140223 140224 140225 140226 140227 140271
                    name=没有这个名称                  |
                    """)
    void whatIsLookedForIsFound(String query, @Nullable String codes) {
        List<String> expected = codes == null ? List.of() : List.of(codes.split(" "));
        JsonPath found = operator(keys).get(DIVISIONS + "?" + query).jsonPath();
        assertThat(found.getList("items.code")).isEqualTo(expected);
    }

    @Test
    void pageByPageEveryDivisionIsThereOnce() {
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            String query = "?limit=50" + (cursor == null ? "" : "&cursor=" + cursor);
            JsonPath page = operator(keys).get(DIVISIONS + query).jsonPath();
            seen.addAll(page.getList("items.code", String.class));
            cursor = page.getString("next");
        } while (cursor != null);
        assertThat(seen).hasSize(144).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void aDivisionSaysWhetherItIsTheCallers() {
        JsonPath mine = reader(keys, "140300").get(DIVISIONS + "?limit=500").jsonPath();
        assertThat(mine.getList("items.findAll { it.within }.code"))
                .containsExactly("140300", "140302", "140303", "140311", "140321", "140322");
        JsonPath feeds = feed(keys, "vendor-push").get(DIVISIONS + "?limit=1").jsonPath();
        assertThat(feeds.getList("items.within")).containsOnlyNulls();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "level=TOWN",
                "validity=NOW",
                "parent=1401",
                "schoolYear=17",
                "cursor=x",
                "limit=0"
            })
    void aWrongQuestionIsABadParameter(String query) {
        problem(operator(keys).get(DIVISIONS + "?" + query).then(), ProblemCode.BAD_PARAMETER);
    }

    @Test
    void schoolsAreListedWithTheirNamesAndCounties() {
        RosterTeacher one = RosterTeacher.draw(RANDOM, "140671");
        enrol(one);
        enrol(RosterTeacher.draw(RANDOM, "140671"));
        String query = SCHOOLS + "?division=140671&limit=500";
        String mine = "items.find { it.code == '" + school + "' }";
        operator(keys)
                .get(query)
                .then()
                .statusCode(200)
                .body(mine + ".name", equalTo("第一小学"))
                .body(mine + ".otherNames", empty())
                .body(mine + ".division", equalTo("140671"))
                .body(mine + ".divisionName", equalTo("朔州市 山西朔州经济开发区"))
                .body(mine + ".teachers", equalTo(2))
                .body(mine + ".present", equalTo(2));
        reader(keys, "140600").get(query).then().body("items.code", hasItem(school));
        reader(keys, "140200")
                .get(SCHOOLS + "?limit=500")
                .then()
                .body("items.code", not(hasItem(school)));
        problem(reader(keys, "140200").get(query).then(), ProblemCode.BAD_PARAMETER);
        problem(feed(keys, "vendor-push").get(query).then(), ProblemCode.FORBIDDEN);
        with(keys, new Permission.SchoolPermission(school, new Jurisdiction("140671")))
                .get(SCHOOLS)
                .then()
                .body("items", hasSize(1))
                .body("items[0].teachers", equalTo(2));
        with(keys, new Permission.SchoolPermission("S-x", new Jurisdiction("140671")))
                .get(SCHOOLS)
                .then()
                .body("items", empty());
    }

    /// The same teachers, by county and by school.
    @Test
    void theSchoolsOfACountySumToItsTeachers() {
        enrol(RosterTeacher.draw(RANDOM, "140671"));
        long sum = 0;
        String cursor = "";
        while (cursor != null) {
            String query =
                    "?division=140671&limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
            JsonPath page = operator(keys).get(SCHOOLS + query).jsonPath();
            for (int teachers : page.getList("items.teachers", Integer.class)) sum += teachers;
            cursor = page.getString("next");
        }
        JsonPath proof = reader(keys, "140671").get("/api/v1/reconciliation?by=county").jsonPath();
        assertThat(proof.getLong("items[0].teachers")).isEqualTo(sum).isPositive();
    }

    /// Where nobody answers any more, nobody is lost: one row of the county, and one more in the
    /// city's and the province's.
    @Test
    void aTeacherUnderAnAbolishedCodeIsCountedOnce() {
        enrol(RosterTeacher.draw(RANDOM, ABOLISHED));
        Map<String, Long> before = counts();
        enrol(RosterTeacher.draw(RANDOM, ABOLISHED))
                .body("added", equalTo(1))
                .body("findings", empty())
                .body("misplaced.division", contains(ABOLISHED))
                .body("misplaced.divisionName", contains("大同市 南郊区"))
                .body("misplaced.problem", contains("ABOLISHED"))
                .body("misplaced.rows", contains(1))
                .body("misplaced[0].today", contains("140213", "140214"));
        Map<String, Long> after = counts();
        assertThat(after.keySet()).containsExactlyInAnyOrderElementsOf(before.keySet());
        before.forEach(
                (row, teachers) -> assertThat(after.get(row)).as(row).isEqualTo(teachers + 1));
    }

    /// Two rows of one person, since a registrar found out: one is kept.
    @Test
    void aTeacherWhoWasTwoIsCountedOnce() {
        RosterTeacher kept = RosterTeacher.draw(RANDOM, ABOLISHED);
        enrol(kept);
        Map<String, Long> before = counts();
        String merged =
                "insert into teacher (name, school_code, division_code, status, merged_into)"
                        + " select name, school_code, division_code, 'LEFT', id from teacher"
                        + " where teacher_no = '%s'".formatted(kept.teacherNo());
        pool.query(merged).execute().await().atMost(Duration.ofSeconds(60));
        assertThat(counts()).isEqualTo(before);
    }

    private Map<String, Long> counts() {
        JsonPath proof = operator(keys).get("/api/v1/reconciliation").jsonPath();
        assertThat(proof.getBoolean("invariants.find { it.code == 'coverage' }.holds")).isTrue();
        String cycle = " && it.cycle == 2022 }.teachers";
        JsonPath misplaced = operator(keys).get(DIVISIONS + "/misplaced").jsonPath();
        return Map.of(
                "county",
                proof.getLong("counties.find { it.key == '140211' }.teachers"),
                "county's standing",
                proof.getLong("standings.find { it.division == '140211'" + cycle),
                "city's standing",
                proof.getLong("standingsByCity.find { it.division == '140200'" + cycle),
                "province's standing",
                proof.getLong("standingsInAll.find { it.division == '140000'" + cycle),
                "misplaced",
                misplaced.getLong("items.find { it.division == '140211' }.teachers"));
    }

    @Test
    void theProofNamesItsDivisions() {
        enrol(RosterTeacher.draw(RANDOM, ABOLISHED));
        enrol(RosterTeacher.draw(RANDOM, "140671"));
        operator(keys)
                .get("/api/v1/reconciliation")
                .then()
                .statusCode(200)
                .body("counties.divisionName", hasItems("大同市 南郊区", "朔州市 山西朔州经济开发区"))
                .body("standings.divisionName", hasItem("大同市 南郊区"))
                .body("standingsByCity.divisionName", hasItems("大同市", "朔州市"))
                .body("standingsInAll.divisionName", hasItem("山西省"));
        reader(keys, "140671")
                .get("/api/v1/reconciliation")
                .then()
                .body("divisionName", equalTo("朔州市 山西朔州经济开发区"))
                .body("counties.divisionName", contains("朔州市 山西朔州经济开发区"));
    }

    @Test
    void whoIsUnderAnUnknownCodeIsShownToWhoAnswersThere() {
        String unknown = "149%03d".formatted(500 + RANDOM.nextInt(400));
        enrol(RosterTeacher.draw(RANDOM, unknown))
                .body("misplaced.problem", contains("UNKNOWN"))
                .body("misplaced.divisionName", contains("未知区划 " + unknown));
        String mine = "items.find { it.division == '" + unknown + "' }";
        reader(keys, "140000")
                .get(DIVISIONS + "/misplaced")
                .then()
                .body(mine + ".problem", equalTo("UNKNOWN"))
                .body(mine + ".today", empty());
        reader(keys, "140300")
                .get(DIVISIONS + "/misplaced")
                .then()
                .body("items.division", not(hasItem(unknown)));
        enrol(RosterTeacher.draw(RANDOM, "140671")).body("misplaced", empty());
    }
}
