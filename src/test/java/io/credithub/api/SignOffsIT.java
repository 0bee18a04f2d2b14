package io.credithub.api;

import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.problem;
import static io.credithub.api.Answers.reader;
import static io.credithub.api.SignOffDesk.SIGN_OFFS;
import static io.credithub.api.SignOffDesk.act;
import static io.credithub.api.SignOffDesk.by;
import static io.credithub.api.SignOffDesk.done;
import static io.credithub.api.SignOffDesk.giveBack;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.hasSize;

import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.SignOffCode;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.certificate.Jwks;
import io.credithub.flow.review.PackageCheck;
import io.credithub.flow.review.PackageCheck.KeyTrust;
import io.credithub.flow.review.SignOffs;
import io.credithub.store.server.DatabaseAccess;
import io.credithub.testing.AtOnce;
import io.credithub.testing.OwnersView;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One prepares, another approves, the city concludes; what is signed stays, and what comes after
/// it is told against it.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class SignOffsIT {
    private static final AtomicInteger NEXT = new AtomicInteger(new Random().nextInt(900));
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject ApiKeys keys;
    @Inject SignOffs signOffs;
    @Inject OwnersView view;
    @Inject Pool pool;

    private SignOffDesk desk;

    @BeforeEach
    void aRecordIsPosted() {
        desk = new SignOffDesk(keys, "%06d".formatted(147_001 + NEXT.getAndAdd(1) % 98));
        while (!signOffs.of(desk.county, 2022).await().atMost(SOON).isEmpty()) {
            desk = new SignOffDesk(keys, "%06d".formatted(147_001 + NEXT.getAndAdd(1) % 98));
        }
        desk.begin();
    }

    @Test
    void threePersonsSignIt() {
        long id = desk.prepared();
        assertThat(desk.told(id).getString("totals.credits")).isEqualTo("16.00");
        assertThat(desk.told(id).getInt("totals.teachers")).isPositive();
        assertThat(desk.prepare(desk.first).statusCode()).isEqualTo(200);
        problem(desk.prepare(desk.second).then(), SignOffCode.OPEN_ALREADY);
        problem(act(desk.first, id, "approve").then(), SignOffCode.SAME_PERSON);
        problem(act(desk.city, id, "approve").then(), SignOffCode.COUNTY_ONLY);
        problem(act(desk.city, id, "conclude").then(), SignOffCode.ANOTHER_STEP);
        done(act(desk.second, id, "approve"), "APPROVED");
        done(act(desk.second, id, "approve"), "APPROVED");
        problem(act(desk.registrar(desk.county), id, "conclude").then(), SignOffCode.ABOVE_ONLY);
        problem(act(desk.registrar("150100"), id, "conclude").then(), ProblemCode.NOT_FOUND);
        assertThat(check(id).isRight()).isFalse();
        done(act(desk.city, id, "conclude"), "CONCLUDED");
        done(act(desk.city, id, "conclude"), "CONCLUDED");
        problem(giveBack(desk.city, id, "晚了").then(), SignOffCode.ANOTHER_STEP);
        assertThat(desk.told(id).getList("steps.act"))
                .containsExactly("PREPARE", "APPROVE", "CONCLUDE");
        PackageCheck check = check(id);
        assertThat(check.faults()).isEmpty();
        assertThat(check.trust()).isEqualTo(KeyTrust.NAMED);
        assertThat(check.sha256()).isEqualTo(desk.told(id).getString("sha256"));
        assertThat(Objects.requireNonNull(check.conclusion()).steps()).hasSize(3);
    }

    /// By the keys that the hub publishes.
    private PackageCheck check(long id) {
        String published = given().get("/api/v1/certificates/keys").asString();
        return PackageCheck.of(desk.file(id), Jwks.published(published));
    }

    @Test
    void theFileIsTheSameEachTimeAndSaysWhatItsPartsAre() {
        long id = desk.signed();
        Response file = by(desk.first).get(SIGN_OFFS + "/" + id + "/file");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.header("Content-Disposition")).contains("-2022-v1.zip");
        assertThat(desk.file(id)).isEqualTo(file.asByteArray());
        by(desk.first)
                .header("If-None-Match", file.header("ETag"))
                .get(SIGN_OFFS + "/" + id + "/file")
                .then()
                .statusCode(304);
        assertThat(desk.told(id).getList("parts.name"))
                .containsExactly("statement.json", "teachers.json", "breaks.json");
        String text = new String(file.asByteArray(), UTF_8);
        assertThat(text).contains(desk.teacher.teacherNo(), "\"report\":\"statement\"");
        assertThat(desk.told(id).getList("versions.mappings.name")).containsExactly("vendor-push");
        assertThat(desk.told(id).getString("versions.mappings[0].digest")).hasSize(64);
        assertThat(desk.told(id).getString("versions.policies[0].digest")).hasSize(64);
        reader(keys, "150100").get(SIGN_OFFS + "/" + id + "/file").then().statusCode(404);
    }

    /// What the manifest sums up is what the statement says.
    @Test
    void theTotalsAreThoseOfTheStatement() {
        long id = desk.prepared();
        byte[] part =
                signOffs.files(id).await().atMost(SOON).orElseThrow().parts().getFirst().content();
        JsonPath statement = new JsonPath(new String(part, UTF_8));
        JsonPath told = desk.told(id);
        for (String figure :
                List.of("teachers", "teachersInForce", "inForce", "aside", "hours", "credits")) {
            String stated =
                    statement.getString("figures.find { it.figure == '" + figure + "' }.value");
            assertThat(stated).as(figure).isEqualTo(told.getString("totals." + figure));
        }
    }

    @Test
    void whatComesAfterwardsIsAnAdjustmentAndABreakUntilTheNextVersionIsSigned() {
        long first = desk.signed();
        byte[] kept = desk.file(first);
        desk.run();
        assertThat(desk.changes(first).getList("adjustments")).isEmpty();
        assertThat(desk.breaks("OPEN").getList("items")).isEmpty();
        desk.push(30);
        JsonPath changes = desk.changes(first);
        assertThat(changes.getString("adjustments.find { it.figure == 'credits' }.signed"))
                .isEqualTo("16.00");
        assertThat(changes.getString("adjustments.find { it.figure == 'credits' }.difference"))
                .isEqualTo("-4.00");
        assertThat(changes.getLong("ledger.lines")).isEqualTo(2);
        assertThat(changes.getString("ledger.credits")).isEqualTo("-4.00");
        assertThat(changes.getList("teachers.items.teacherNo"))
                .containsExactly(desk.teacher.teacherNo());
        desk.run();
        JsonPath open = desk.breaks("OPEN");
        assertThat(open.getList("items.aspect")).containsExactly("SIGNED_STATEMENT");
        assertThat(open.getString("items[0].ours.credits")).isEqualTo("12.00");
        assertThat(open.getString("items[0].theirs.credits")).isEqualTo("16.00");
        long second = desk.signed();
        assertThat(desk.told(second).getInt("version")).isEqualTo(2);
        assertThat(desk.told(second).getLong("predecessor")).isEqualTo(first);
        assertThat(desk.told(first).getLong("successor")).isEqualTo(second);
        assertThat(Objects.requireNonNull(check(second).manifest()).predecessor())
                .satisfies(before ->
                        assertThat(Objects.requireNonNull(before).manifest())
                                .isEqualTo(desk.told(first).getString("sha256")));
        assertThat(desk.file(first)).isEqualTo(kept);
        assertThat(new String(kept, UTF_8)).doesNotContain("签署后调整");
        assertThat(new String(desk.file(second), UTF_8))
                .contains("签署后调整", "\"signed\":\"16.00\",\"now\":\"12.00\"");
        desk.run();
        assertThat(desk.breaks("OPEN").getList("items")).isEmpty();
        assertThat(desk.breaks("CORRECTED").getList("items")).hasSize(1);
    }

    @Test
    void theBreakClosesWhenTheFiguresAgreeAgain() {
        desk.signed();
        desk.push(30);
        desk.run();
        assertThat(desk.breaks("OPEN").getList("items")).hasSize(1);
        desk.push(40, "\"sourceCredits\":16,");
        desk.run();
        assertThat(desk.breaks("OPEN").getList("items")).isEmpty();
    }

    @Test
    void aReturnedOneStaysAndAnotherIsPrepared() {
        long first = desk.prepared();
        problem(giveBack(desk.first, first, "漏报").then(), SignOffCode.SAME_PERSON);
        by(desk.second).body("{}").post(SIGN_OFFS + "/" + first + "/return").then().statusCode(400);
        done(giveBack(desk.second, first, "有三所学校尚未补报"), "RETURNED");
        long second = desk.signed();
        assertThat(desk.told(second).getInt("version")).isEqualTo(2);
        assertThat(desk.told(second).<Object>get("predecessor")).isNull();
        assertThat(desk.told(first).getString("steps[-1].note")).isEqualTo("有三所学校尚未补报");
        JsonPath list = by(desk.first).queryParam("schoolYear", 2022).get(SIGN_OFFS).jsonPath();
        assertThat(list.getList("items.state")).containsExactly("CONCLUDED", "RETURNED");
        by(desk.first)
                .queryParam("state", "RETURNED")
                .get(SIGN_OFFS)
                .then()
                .statusCode(200)
                .body("items.id", hasSize(1));
    }

    @Test
    void whoMayNotSignIsTold() {
        problem(desk.prepare(desk.city).then(), SignOffCode.COUNTY_ONLY);
        problem(desk.prepare(desk.registrar("150100")).then(), ProblemCode.NOT_FOUND);
        problem(desk.prepare(desk.first, 2026).then(), SignOffCode.YEAR_RUNNING);
        problem(desk.prepare(desk.first, 2001).then(), SignOffCode.YEAR_OUT_OF_REACH);
        operator(keys)
                .contentType("application/json")
                .body("{\"county\":\"%s\",\"schoolYear\":2022}".formatted(desk.county))
                .post(SIGN_OFFS)
                .then()
                .statusCode(403);
    }

    @Test
    void ofTwoAtOnceOneWins() throws Exception {
        String third = desk.registrar(desk.county);
        List<Integer> prepared =
                both(
                        () -> desk.prepare(desk.first).statusCode(),
                        () -> desk.prepare(desk.second).statusCode());
        assertThat(prepared).containsExactlyInAnyOrder(201, 409);
        long id = by(desk.first).get(SIGN_OFFS).jsonPath().getLong("items[0].id");
        String preparer = desk.told(id).getString("steps[0].by");
        String other = desk.first.contains(preparer) ? desk.second : desk.first;
        List<Integer> approved =
                both(
                        () -> act(third, id, "approve").statusCode(),
                        () -> act(other, id, "approve").statusCode());
        assertThat(approved).containsExactlyInAnyOrder(200, 409);
        assertThat(desk.told(id).getList("steps")).hasSize(2);
    }

    private static List<Integer> both(Callable<Integer> one, Callable<Integer> other)
            throws Exception {
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            Future<Integer> first = two.submit(one);
            Future<Integer> second = two.submit(other);
            return List.of(first.get(), second.get());
        }
    }

    /// Neither by the hub nor by whoever has the rights of the tables' owner.
    @Test
    void whatIsFrozenIsNeverRewritten() throws SQLException {
        long id = desk.signed();
        List<String> rewriting =
                List.of(
                        "update sign_off set manifest = 'x' where id = " + id,
                        "update sign_off set sha256 = sha256('x') where id = " + id,
                        "update sign_off set state = 1, signature = null, signed_with = null"
                                + " where id = "
                                + id,
                        "update sign_off set signature = 'x' where id = " + id,
                        "delete from sign_off where id = " + id,
                        "update sign_off_part set content = 'x' where sign_off_id = " + id,
                        "update sign_off_part set rows = 7 where sign_off_id = " + id,
                        "delete from sign_off_part where sign_off_id = " + id);
        for (String sql : rewriting) {
            assertThatThrownBy(() -> pool.query(sql).execute().await().atMost(SOON))
                    .as(sql)
                    .isNotNull();
        }
        DatabaseAccess login = view.access();
        try (Connection owner =
                        DriverManager.getConnection(
                                login.jdbcUrl(), login.owner().user(), login.owner().password());
                Statement statement = owner.createStatement()) {
            for (String sql : rewriting) {
                assertThatThrownBy(() -> statement.execute(sql))
                        .as(sql)
                        .hasMessageContaining("never rewritten");
            }
        }
        assertThat(check(id).isRight()).isTrue();
    }

    @Test
    void readersSeeTheirOwnOnly() {
        long id = desk.signed();
        reader(keys, desk.county).get(SIGN_OFFS + "/" + id).then().statusCode(200);
        reader(keys, "150100").get(SIGN_OFFS + "/" + id).then().statusCode(404);
        assertThat(AtOnce.told(signOffs.find(id, new Jurisdiction("150000"))).isEmpty()).isTrue();
    }
}
