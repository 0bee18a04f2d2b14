package io.credithub.api;

import static io.credithub.api.Answers.feed;
import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.problem;
import static io.credithub.api.Answers.reader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.credithub.api.problem.ProblemCode;
import io.credithub.fixtures.RegistryRows;
import io.credithub.flow.access.ApiKeys;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class ReconciliationIT {
    private static final String PROOF = "/api/v1/reconciliation";

    @Inject ApiKeys keys;
    @Inject Pool pool;

    private RegistryRows rows;

    @BeforeEach
    void aFeedHasDelivered() {
        rows = RegistryRows.insert(pool, "140105");
    }

    @Test
    void aDeliverysCountsAddUpAndItsDifferencesAreNamed() {
        operator(keys)
                .get("/api/v1/deliveries/" + rows.delivery())
                .then()
                .statusCode(200)
                .body("records.declared", equalTo(11))
                .body("records.received", equalTo(10))
                .body("records.accepted", equalTo(6))
                .body("records.rejected", equalTo(2))
                .body("records.duplicate", equalTo(1))
                .body("records.waiting", equalTo(1))
                .body("records.unprocessed", equalTo(0))
                .body("hours.declared", equalTo("90.00"))
                .body("hours.received", equalTo("80.00"))
                .body("persons.declared", equalTo(2))
                .body("differences.what", contains("RECORDS", "HOURS"))
                .body("differences[0].positions", contains(3, 7));
    }

    @Test
    void aFeedSeesItsOwnDeliveriesOnly() {
        String path = "/api/v1/deliveries/" + rows.delivery();
        feed(keys, rows.feed()).get(path).then().statusCode(200);
        problem(feed(keys, "another").get(path).then(), ProblemCode.NOT_FOUND);
        problem(feed(keys, "another").get(path + "/findings").then(), ProblemCode.NOT_FOUND);
        problem(reader(keys, "140000").get(path).then(), ProblemCode.FORBIDDEN);
        feed(keys, "another").get("/api/v1/deliveries").then().body("items", empty());
        problem(
                feed(keys, "another").get("/api/v1/deliveries?feed=" + rows.feed()).then(),
                ProblemCode.FORBIDDEN);
    }

    @Test
    void findingsComePageByPageWithWhatToDo() {
        String path = "/api/v1/deliveries/" + rows.delivery() + "/findings?limit=5";
        JsonPath first = operator(keys).get(path).then().statusCode(200).extract().jsonPath();
        assertThat(first.getList("items.position", Integer.class)).containsExactly(0, 1, 3, 7, 7);
        assertThat(first.getString("items[2].remedy.zh")).isEqualTo("使用真实存在的日期(年-月-日)");
        operator(keys)
                .get(path + "&cursor=" + first.getString("next"))
                .then()
                .body("items.code", contains("HUB-2005"))
                .body("items.rejects", contains(false))
                .body("next", nullValue());
    }

    @Test
    void everyDeliveryIsOnExactlyOnePage() {
        RegistryRows.insert(pool, "140105");
        List<Integer> seen = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page =
                    operator(keys).get("/api/v1/deliveries?limit=1&cursor=" + cursor).jsonPath();
            seen.addAll(page.getList("items.delivery", Integer.class));
            cursor = page.getString("next");
        }
        assertThat(seen).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b - a);
        assertThat(seen).contains((int) rows.delivery());
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=501", "limit=x", "cursor=x", "cursor=ISE"})
    void aWrongPageIsABadParameter(String query) {
        problem(
                operator(keys).get("/api/v1/deliveries?" + query).then(),
                ProblemCode.BAD_PARAMETER);
    }

    @Test
    void theProofHoldsRecordForRecord() {
        JsonPath proof = proof("?recount=true");
        assertThat(proof.getBoolean("holds")).as(proof.getString("invariants")).isTrue();
        assertThat(claim(proof, "recount/" + rows.feed())).isEqualTo(true);
        String feed = "feeds.find { it.feed == '" + rows.feed() + "' }";
        assertThat(proof.getInt(feed + ".posted.inForce")).isEqualTo(2);
        assertThat(proof.getInt(feed + ".posted.aside")).isEqualTo(2);
        assertThat(proof.getInt(feed + ".posted.replaced")).isEqualTo(2);
        assertThat(proof.getInt(feed + ".posted.teachersInForce")).isEqualTo(1);
        assertThat(claim(proof, "recount/years")).isEqualTo(true);
    }

    @Test
    void aTeacherCountedTwiceInAYearShowsWhenRecounted() {
        String cell =
                "update reconciliation_cell set persons = persons %s 1 where feed_id = 0"
                        + " and division_code = '140105' and school_year = 2022";
        sql(cell.formatted("+"));
        assertThat(claim(proof("?recount=true"), "recount/years")).isEqualTo(false);
        sql(cell.formatted("-"));
        assertThat(claim(proof("?recount=true"), "recount/years")).isEqualTo(true);
    }

    @Test
    void aCounterThatIsWrongShowsWhenRecounted() {
        sql(
                "update delivery set accepted = accepted + 1, duplicate = duplicate - 1 where id = "
                        + rows.delivery());
        assertThat(claim(proof("?recount=true"), "recount/" + rows.feed())).isEqualTo(false);
        assertThat(claim(proof(""), "recount/" + rows.feed())).isNull();
        sql(
                "update delivery set accepted = accepted - 1, duplicate = duplicate + 1 where id = "
                        + rows.delivery());
    }

    @Test
    void anOutcomeThatIsLostShowsAtOnce() {
        sql("update delivery set rejected = rejected - 1 where id = " + rows.delivery());
        assertThat(claim(proof(""), "outcomes")).isEqualTo(false);
        sql("update delivery set rejected = rejected + 1 where id = " + rows.delivery());
        assertThat(claim(proof(""), "outcomes")).isEqualTo(true);
    }

    @Test
    void theTableIsCsvWithItsChineseTitlesFirst() {
        String csv =
                operator(keys)
                        .accept("text/csv")
                        .get(PROOF)
                        .then()
                        .contentType(startsWith("text/csv"))
                        .extract()
                        .asString();
        assertThat(csv).startsWith("数据源 feed,批次 deliveries,申报 declared").contains(rows.feed());
        assertThat(csv.lines().toList().getLast()).startsWith("*,");
        assertThat(operator(keys).get(PROOF + "?format=csv&by=county").asString())
                .startsWith("行政区划 division")
                .contains("140105");
        assertThat(operator(keys).get(PROOF + "?format=csv&by=delivery&limit=500").asString())
                .contains("申报的记录未全部收到(11 ≠ 10)");
    }

    @Test
    void aCountySeesWhatItsOwnTeachersHaveAndNothingOfOthers() {
        RegistryRows own = RegistryRows.insert(pool, "149971");
        JsonPath proof = reader(keys, "149971").get(PROOF + "?recount=true").jsonPath();
        assertThat(proof.getBoolean("holds")).as(proof.getString("invariants")).isTrue();
        assertThat(proof.getList("counties.key")).containsExactly("149971");
        assertThat(proof.getList("feeds.feed")).contains(own.feed()).doesNotContain(rows.feed());
        assertThat(proof.getString("open")).isNull();
        assertThat(proof.getString("feeds[0].records")).isNull();
        JsonPath deliveries = reader(keys, "149971").get(PROOF + "?by=delivery").jsonPath();
        assertThat(deliveries.getInt("items[0].delivery")).isEqualTo((int) own.delivery());
        assertThat(deliveries.getInt("items[0].posted.inForce")).isEqualTo(2);
        assertThat(deliveries.getString("items[0].reference")).isNull();
        for (String elsewhere : List.of("149972", "150000")) {
            JsonPath none = reader(keys, elsewhere).get(PROOF).jsonPath();
            assertThat(none.getInt("total.posted.inForce")).isZero();
            assertThat(none.getList("counties")).isEmpty();
            reader(keys, elsewhere).get(PROOF + "?by=delivery").then().body("items", empty());
            reader(keys, elsewhere).get("/api/v1/feeds").then().body("", empty());
        }
    }

    @Test
    void whatTheSourcesDeclareWronglyIsSaidAndListed() {
        JsonPath proof = proof("");
        assertThat(claim(proof, "declared")).isEqualTo(false);
        assertThat(proof.getBoolean("agreesWithSources")).isFalse();
        String said = "invariants.find { it.code == 'declared' }.";
        assertThat(proof.getString(said + "claim.en")).contains("does not hold");
        operator(keys)
                .get(PROOF + "/declarations?limit=500")
                .then()
                .body("items.delivery", hasItem((int) rows.delivery()))
                .body("items[0].differences", not(empty()));
        problem(reader(keys, "140105").get(PROOF + "/declarations").then(), ProblemCode.FORBIDDEN);
    }

    @Test
    void copiesThatDifferAreShownWithinTheJurisdiction() {
        String path = PROOF + "/differences?limit=500";
        String mine = "items.findAll { it.teacherNo == 'T-" + rows.feed() + "' }";
        reader(keys, "140100")
                .get(path)
                .then()
                .body(mine, hasSize(1))
                .body(mine + "[0].inForce.hours", equalTo("10.00"))
                .body(mine + "[0].aside.hours", equalTo("12.00"))
                .body(mine + "[0].aside.position", equalTo(1));
        reader(keys, "140200").get(path).then().body(mine, empty());
        problem(feed(keys, rows.feed()).get(path).then(), ProblemCode.FORBIDDEN);
    }

    @Test
    void differencesComePageByPage() {
        RegistryRows.insert(pool, "140105");
        JsonPath first = operator(keys).get(PROOF + "/differences?limit=1").jsonPath();
        operator(keys)
                .get(PROOF + "/differences?limit=1&cursor=" + first.getString("next"))
                .then()
                .body("items[0].teacherNo", not(equalTo(first.getString("items[0].teacherNo"))));
    }

    private JsonPath proof(String query) {
        return operator(keys).get(PROOF + query).then().statusCode(200).extract().jsonPath();
    }

    private static @Nullable Object claim(JsonPath proof, String code) {
        return proof.get("invariants.find { it.code == '" + code + "' }?.holds");
    }

    private void sql(String sql) {
        pool.query(sql).execute().await().indefinitely();
    }
}
