package io.credithub.api;

import static io.credithub.api.Answers.feed;
import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.problem;
import static io.credithub.api.Answers.reader;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.credithub.api.problem.ProblemCode;
import io.credithub.fixtures.RosterTeacher;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.delivery.Landing;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Why an award is what it is, through the door.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class AwardExplanationIT {
    @Inject ApiKeys keys;
    @Inject Landing landing;

    private final RosterTeacher teacher = RosterTeacher.draw(new Random(), "140105");
    private Provided provided;

    @BeforeEach
    void aTeacherIsInTheRoster() {
        provided = new Provided(keys, landing, teacher);
        provided.enrol();
    }

    @Test
    void theChainGoesFromTheRawRecordToTheFigure() {
        long delivery = provided.drop(1, 40);
        JsonPath why = explanation(seq(0));
        assertThat(why.getString("teacherNo")).isEqualTo(teacher.teacherNo());
        assertThat(why.getLong("delivery.id")).isEqualTo(delivery);
        assertThat(why.getString("delivery.reference")).isEqualTo(provided.recordId() + ".csv");
        assertThat(why.getString("record.fields.'培训层次'")).isEqualTo("省级");
        assertThat(why.getString("record.fields.'证件号码'")).contains("**********");
        assertThat(why.getBoolean("mapping.sameVersion")).isTrue();
        assertThat(why.getString("mapping.codes.find { it.field == '/level' }.table"))
                .isEqualTo("level.csv");
        assertThat(why.getString("mapping.codes.find { it.field == '/level' }.canonical"))
                .isEqualTo("PROVINCE");
        assertThat(why.getBoolean("facts.matches")).isTrue();
        assertThat(why.getString("rule.source")).isEqualTo("晋教师〔2017〕14号");
        assertThat(why.getString("rule.steps[0].paragraph")).isEqualTo("四(一)");
        assertThat(why.getString("rule.credits")).isEqualTo("16.00");
        assertThat(why.getBoolean("rule.verified")).isTrue();
        assertThat(why.getString("outcome.state")).isEqualTo("IN_FORCE");
        assertThat(why.getList("sentences.zh"))
                .contains("培训层次来源写“省级”,按代码表 level.csv 认作“省培”。", "这笔现在有效。");
    }

    /// The raw record has the teacher's number in its own column and in a note.
    @Test
    void noIdNumberIsInClearAlthoughTheRawRecordHasOne() {
        provided.drop(1, 40);
        for (String accepted : List.of("application/json", "text/plain")) {
            String answer =
                    operator(keys)
                            .accept(accepted)
                            .get(awardPath(seq(0)))
                            .then()
                            .extract()
                            .asString();
            assertThat(answer).doesNotContain(teacher.idNumber());
            assertThat(answer).doesNotContainPattern("(?<![0-9a-f])[0-9]{17}[0-9Xx](?![0-9a-f])");
        }
        String identity =
                "\"idType\":\"RESIDENT\",\"idNumber\":\"%s\",".formatted(teacher.idNumber());
        provided.push(
                Answers.record(teacher.teacherNo(), provided.recordId() + "-2", 40)
                        .replace("\"teacher\":{", "\"teacher\":{" + identity));
        assertThat(operator(keys).get(awardPath(seq(1))).asString())
                .contains("\"idNumber\":\"1401**********")
                .doesNotContain(teacher.idNumber());
    }

    @Test
    void aSupersededRecordNamesTheLinesAndWhatDecided() {
        provided.drop(1, 40);
        provided.drop(2, 30);
        JsonPath why = explanation(seq(0));
        assertThat(why.getString("outcome.state")).isEqualTo("SUPERSEDED");
        assertThat(why.getLong("outcome.reversedBy")).isEqualTo(seq(1));
        assertThat(why.getLong("outcome.replacedBy")).isEqualTo(seq(2));
        assertThat(why.getString("outcome.contents[0].criterion")).isEqualTo("REVISION");
        assertThat(why.getString("sentences[-1].zh"))
                .isEqualTo(
                        "来源更正了这条记录(版本号更高),本笔已由第 %d 号冲销,由第 %d 号按更正后的内容入账。"
                                .formatted(seq(1), seq(2)));
        JsonPath reversal = explanation(seq(1));
        assertThat(reversal.getString("outcome.reason")).isEqualTo("CORRECTED");
        assertThat(reversal.getLong("outcome.reverses")).isEqualTo(seq(0));
        assertThat(explanation(seq(2)).getLong("outcome.replaces")).isEqualTo(seq(0));
    }

    @Test
    void aCopyThatIsSetAsideIsNamedWithWhatDecided() {
        provided.push(Answers.record(teacher.teacherNo(), provided.vendorId(), 40));
        provided.drop(1, 40);
        JsonPath lost = explanation(seq(0));
        assertThat(lost.getString("outcome.state")).isEqualTo("ASIDE");
        assertThat(lost.getString("outcome.copies[0].feed")).isEqualTo("province-platform");
        assertThat(lost.getLong("outcome.copies[0].seq")).isEqualTo(seq(2));
        assertThat(lost.getString("outcome.copies[0].criterion")).isEqualTo("PRECEDENCE");
        assertThat(lost.getString("sentences[-1].zh"))
                .startsWith(
                        "同一培训以省教师培训管理平台的记录(编号 " + provided.recordId() + ",第 " + seq(2) + " 号)为准");
        JsonPath won = explanation(seq(2));
        assertThat(won.getString("outcome.copies[0].state")).isEqualTo("ASIDE");
        assertThat(won.getString("sentences[-1].en")).contains("which does not count again");
    }

    @Test
    void aReversalGoesOnNamingWhatTookItsPlaceThen() {
        provided.push(Answers.record(teacher.teacherNo(), provided.vendorId(), 40));
        provided.drop(1, 40);
        long reversal = seq(1);
        String said = explanation(reversal).getString("sentences[-1].zh");
        assertThat(said).contains(provided.recordId(), "第 " + seq(2) + " 号");
        provided.push(
                "{\"recordId\":\"%s\",\"status\":\"WITHDRAWN\"}\n".formatted(provided.vendorId()));
        provided.drop(2, 30);
        JsonPath why = explanation(reversal);
        assertThat(why.getString("sentences[-1].zh")).isEqualTo(said);
        assertThat(why.getString("outcome.reason")).isEqualTo("SET_ASIDE");
        assertThat(why.getString("outcome.cause.instead.feed")).isEqualTo("province-platform");
        assertThat(why.getString("outcome.cause.instead.criterion")).isEqualTo("PRECEDENCE");
    }

    @Test
    void aDeliveryOfAnotherMappingVersionIsSaidToBe() throws SQLException {
        long delivery = provided.drop(1, 40);
        asIfMappedBy("00", delivery);
        JsonPath why = explanation(seq(0));
        assertThat(why.getBoolean("mapping.sameVersion")).isFalse();
        assertThat(why.getString("mapping.posted")).isEqualTo("00");
        assertThat(why.getList("mapping.codes")).isEmpty();
        assertThat(why.getString("record.fields.'备注'")).isEqualTo("***");
        assertThat(why.getString("facts.training.hours")).isEqualTo("40.00");
        assertThat(why.getString("rule.credits")).isEqualTo("16.00");
    }

    @ParameterizedTest
    @CsvSource({"140106", "140200", "130000"})
    void anAwardElsewhereIsAnsweredLikeOneThatDoesNotExist(String division) {
        provided.drop(1, 40);
        Response elsewhere = reader(keys, division).get(awardPath(seq(0)));
        Response nobody = reader(keys, division).get(awardPath(Long.MAX_VALUE));
        problem(elsewhere.then(), ProblemCode.NOT_FOUND);
        assertThat(elsewhere.asString()).isEqualTo(nobody.asString());
        assertThat(Answers.headers(elsewhere)).isEqualTo(Answers.headers(nobody));
        reader(keys, "140105").get(awardPath(seq(0))).then().statusCode(200);
    }

    @Test
    void aFeedAndAStrangerAreToldNothing() {
        provided.drop(1, 40);
        problem(feed(keys, "vendor-push").get(awardPath(seq(0))).then(), ProblemCode.FORBIDDEN);
        problem(given().get(awardPath(seq(0))).then(), ProblemCode.UNAUTHENTICATED);
        problem(
                operator(keys).get("/api/v1/awards/x/explanation").then(),
                ProblemCode.BAD_PARAMETER);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    zh-CN        | zh     | 记入 2022 学年
                    fr, en;q=0.8 | en     | Posted to school year 2022
                    *            | zh, en | 记入 2022 学年
                    """)
    void asPlainTextThereAreTheSentencesAlone(String accepted, String language, String said) {
        provided.drop(1, 40);
        Response text =
                operator(keys)
                        .accept("text/plain")
                        .header("Accept-Language", accepted)
                        .get(awardPath(seq(0)));
        text.then()
                .statusCode(200)
                .contentType(startsWith("text/plain"))
                .header("Content-Language", equalTo(language));
        assertThat(text.asString()).contains(said).doesNotContain("{", "\n\n").endsWith("\n");
        assertThat(text.asString().contains("It is in force.")).isEqualTo(language.endsWith("en"));
        assertThat(text.asString().contains("这笔现在有效。")).isEqualTo(language.startsWith("zh"));
    }

    private static String awardPath(long seq) {
        return "/api/v1/awards/" + seq + "/explanation";
    }

    private JsonPath explanation(long seq) {
        return operator(keys).get(awardPath(seq)).then().statusCode(200).extract().jsonPath();
    }

    /// @param at place among the teacher's entries, from 0
    private long seq(int at) {
        return operator(keys)
                .get("/api/v1/teachers/" + teacher.teacherNo() + "/statement?cycle=2022")
                .jsonPath()
                .getLong("entries[" + at + "].seq");
    }

    /// The application itself cannot change what a delivery was mapped by; the owner can.
    private static void asIfMappedBy(String digest, long delivery) throws SQLException {
        Config config = ConfigProvider.getConfig();
        try (Connection owner =
                        DriverManager.getConnection(
                                config.getValue("quarkus.flyway.jdbc-url", String.class),
                                config.getValue("quarkus.flyway.username", String.class),
                                config.getValue("quarkus.flyway.password", String.class));
                PreparedStatement update =
                        owner.prepareStatement(
                                "update delivery set mapping_digest = ? where id = ?")) {
            update.setString(1, digest);
            update.setLong(2, delivery);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
