package io.credithub.api;

import static io.credithub.api.Answers.feed;
import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.RefusedFile;
import io.credithub.domain.completion.FindingCode;
import io.credithub.fixtures.RosterTeacher;
import io.credithub.flow.access.ApiKeys;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A roster is taken in whole or not at all, says nothing of what it has no column for, and makes
/// nobody into somebody else.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class RosterIT {
    private static final String HEAD =
            "teacher_no,id_type,id_number,name,birth_date,school_code,division_code,status\n";

    @Inject ApiKeys keys;

    private final Random random = new Random();
    private final RosterTeacher one = RosterTeacher.draw(random, "140105");
    private final RosterTeacher other = RosterTeacher.draw(random, "140105");

    private static String row(String number, String document, String name, String born) {
        String type = document.isEmpty() ? "" : "RESIDENT";
        return "%s,%s,%s,%s,%s,S-1,140105,ACTIVE\n".formatted(number, type, document, name, born);
    }

    private Response send(String csv, String query) {
        return operator(keys)
                .contentType("text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/roster" + query);
    }

    /// `added changed unchanged refused`, and the codes of the findings.
    private String told(String csv, String query) {
        Response answer = send(csv, query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        JsonPath report = answer.jsonPath();
        return "%d %d %d %d %s"
                .formatted(
                        report.getInt("added"),
                        report.getInt("changed"),
                        report.getInt("unchanged"),
                        report.getInt("refused"),
                        report.getList("findings.code"));
    }

    private String told(String csv) {
        return told(csv, "");
    }

    private @Nullable String name(String number) {
        return operator(keys).get("/api/v1/teachers/" + number).jsonPath().getString("name");
    }

    private @Nullable String earned(String number) {
        return operator(keys)
                .get("/api/v1/teachers/" + number + "/statement?cycle=2022")
                .jsonPath()
                .getString("standing.earned");
    }

    /// How many records wait, and the codes of the findings.
    private String push(String body) {
        String location = land(body);
        int waiting = Answers.settled(operator(keys), location).getInt("records.waiting");
        return waiting + " " + findings(location);
    }

    private String land(String body) {
        return feed(keys, "vendor-push")
                .contentType("application/x-ndjson")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/feeds/vendor-push/deliveries")
                .header("Location");
    }

    private List<String> findings(String location) {
        Answers.settled(operator(keys), location);
        return operator(keys).get(location + "/findings").jsonPath().getList("items.code");
    }

    /// Of what waited as of what found its teacher at once, and by the roster of today.
    @Test
    void aSchoolOfAnotherCountyIsToldWhicheverComesFirst() {
        String number = one.teacherNo();
        String school = "S-" + other.teacherNo();
        String there = row(other.teacherNo(), "", "李四", "");
        told(HEAD + there.replace("S-1,140105", school + ",140106"));
        String said = "\"王䶮\",\"schoolCode\":\"" + school + "\"}";
        String early = land(Answers.record(number, number + "-e", 40).replace("\"王䶮\"}", said));
        assertThat(findings(early)).isEmpty();
        String here = row(number, one.idNumber(), "王䶮", "");
        told(HEAD + here);
        String late = land(Answers.record(number, number + "-l", 40).replace("\"王䶮\"}", said));
        assertThat(findings(early)).containsExactly("HUB-2167");
        assertThat(findings(late)).containsExactly("HUB-2167");
        told(HEAD + here.replace("S-1,140105", school + ",140106"));
        assertThat(findings(early)).isEmpty();
        assertThat(findings(late)).isEmpty();
    }

    @Test
    void aDocumentOfSomebodyElseIsRefused() {
        String number = one.teacherNo();
        told(HEAD + row(number, one.idNumber(), "王䶮", ""));
        push(Answers.record(number, number + "-r", 40));
        String second = number + "b";
        assertThat(told(HEAD + row(second, one.idNumber(), "李四", "")))
                .isEqualTo("0 0 0 1 [HUB-2161]");
        assertThat(name(number)).isEqualTo("王䶮");
        assertThat(earned(number)).isEqualTo("16.00");
        assertThat(name(second)).isNull();
    }

    @Test
    void ofTwoInOneFileWithOneDocumentOneIsRefused() {
        String file =
                HEAD
                        + row(one.teacherNo(), one.idNumber(), "王五", "")
                        + row(other.teacherNo(), one.idNumber(), "赵六", "");
        assertThat(told(file)).isEqualTo("1 0 0 1 [HUB-2161]");
        assertThat(name(one.teacherNo())).isEqualTo("王五");
    }

    @Test
    void aNumberThatWasGivenAnewInheritsNothing() {
        String number = one.teacherNo();
        told(HEAD + row(number, one.idNumber(), "王䶮", "1970-01-01"));
        push(Answers.record(number, number + "-r", 40));
        assertThat(told(HEAD + row(number, other.idNumber(), "周八", "1995-05-05")))
                .isEqualTo("0 0 0 1 [HUB-2160]");
        assertThat(name(number)).isEqualTo("王䶮");
    }

    @Test
    void theSamePersonMayGetAnotherNumberNameOrDocument() {
        String number = one.teacherNo();
        told(HEAD + row(number, one.idNumber(), "王䶮", ""));
        push(Answers.record(number, number + "-r", 40));
        String next = number + "n";
        assertThat(told(HEAD + row(next, one.idNumber(), "王䶮", "")))
                .isEqualTo("0 1 0 0 [HUB-2163]");
        assertThat(earned(next)).isEqualTo("16.00");
        assertThat(told(HEAD + row(next, one.idNumber(), "李䶮", "")))
                .isEqualTo("0 1 0 0 [HUB-2162]");
        assertThat(told(HEAD + row(next, other.idNumber(), "李䶮", "")))
                .isEqualTo("0 1 0 0 [HUB-2164]");
        assertThat(earned(next)).isEqualTo("16.00");
    }

    @Test
    void aRecordAboutSomebodyElseWaitsWhicheverComesFirst() {
        String number = one.teacherNo();
        String early = Answers.record(number, number + "-e", 40).replace("王䶮", "李四");
        assertThat(push(early)).isEqualTo("1 []");
        told(HEAD + row(number, one.idNumber(), "王䶮", ""));
        assertThat(earned(number)).isEqualTo("0.00");
        String late = Answers.record(number, number + "-l", 30).replace("王䶮", "李四");
        assertThat(push(late)).isEqualTo("1 [HUB-2165]");
        assertThat(earned(number)).isEqualTo("0.00");
        assertThat(push(Answers.record(number, number + "-r", 40))).isEqualTo("0 []");
        assertThat(earned(number)).isEqualTo("16.00");
    }

    @Test
    void aRecordWhoseDocumentIsSomebodyElsesWaits() {
        told(HEAD + row(one.teacherNo(), one.idNumber(), "王䶮", ""));
        told(HEAD + row(other.teacherNo(), other.idNumber(), "王䶮", ""));
        String number = one.teacherNo();
        String both =
                Answers.record(number, number + "-r", 40)
                        .replace(
                                "\"name\":\"王",
                                "\"idType\":\"RESIDENT\",\"idNumber\":\"%s\",\"name\":\"王"
                                        .formatted(other.idNumber()));
        assertThat(push(both)).isEqualTo("1 [HUB-2003]");
        assertThat(earned(number)).isEqualTo("0.00");
    }

    @Test
    void aFormerNumberAndNameGoOnFindingTheirTeacher() {
        String number = one.teacherNo();
        told(HEAD + row(number, one.idNumber(), "王䶮", ""));
        String next = number + "n";
        told(HEAD + row(next, one.idNumber(), "王䶮", ""));
        told(HEAD + row(next, one.idNumber(), "李四", ""));
        assertThat(push(Answers.record(number, number + "-r", 40))).isEqualTo("0 [HUB-2004]");
        assertThat(earned(next)).isEqualTo("16.00");
        assertThat(told(HEAD + row(number, one.idNumber(), "李四", ""))).isEqualTo("0 0 1 0 []");
        assertThat(told(HEAD + row(number, other.idNumber(), "周八", "")))
                .as("a former number that was given anew")
                .isEqualTo("0 0 0 1 [HUB-2160]");
    }

    @Test
    void whatAFileHasNoColumnForStaysAsItIs() {
        String number = one.teacherNo();
        told(HEAD + row(number, one.idNumber(), "钱一", "1990-01-01"));
        String before = operator(keys).get("/api/v1/teachers/" + number).asString();
        assertThat(told("teacher_no,name\n" + number + ",钱一\n")).isEqualTo("0 0 1 0 []");
        assertThat(operator(keys).get("/api/v1/teachers/" + number).asString()).isEqualTo(before);
        String byDocument = "id_type,id_number,name\nRESIDENT," + one.idNumber() + ",钱一\n";
        assertThat(told(byDocument)).isEqualTo("0 0 1 0 []");
        assertThat(name(number)).isEqualTo("钱一");
    }

    @Test
    void aNewTeacherMustBelongSomewhere() {
        assertThat(told("teacher_no,name\n" + one.teacherNo() + ",钱一\n"))
                .isEqualTo("0 0 0 1 [HUB-1003]");
    }

    @Test
    void aFileIsTakenInWholeOrNotAtAll() {
        String first = row(one.teacherNo(), one.idNumber(), "王䶮", "");
        StringBuilder many = new StringBuilder(HEAD).append(first);
        for (int index = 0; index < 2500; index++) {
            many.append(row(one.teacherNo() + "-" + index, "", "吴", ""));
        }
        assertThat(told(many + "short,row\n")).isEqualTo("2501 0 0 1 [HUB-1015]");
        assertThat(told(many.toString())).isEqualTo("0 0 2501 0 []");
    }

    @Test
    void aDryRunTellsAndKeepsNothing() {
        String file = HEAD + row(one.teacherNo(), one.idNumber(), "王䶮", "");
        assertThat(told(file, "?dryRun=true")).isEqualTo("1 0 0 0 []");
        assertThat(name(one.teacherNo())).isNull();
        assertThat(told(file)).isEqualTo("1 0 0 0 []");
        String county = "1%05d".formatted(random.nextInt(100_000));
        told(file.replace("140105,A", county + ",A"));
        JsonPath preview =
                send(
                                (HEAD + row(other.teacherNo(), other.idNumber(), "李", ""))
                                        .replace("140105,A", county + ",A"),
                                "?dryRun=true")
                        .jsonPath();
        assertThat(preview.getInt("absent")).isEqualTo(1);
        assertThat(preview.getList("absentTeachers")).containsExactly(one.teacherNo());
    }

    @Test
    void aHeaderThatIsWrongRefusesTheFile() {
        problem(
                send("teacher_no,name,name\n1,吴,吴\n", "").then().body("field", equalTo("/name")),
                new RefusedFile(FindingCode.REPEATED_COLUMN));
        problem(
                send("teacher_no,name,adress\n1,吴,吴\n", "")
                        .then()
                        .body("field", equalTo("#3"))
                        .body("value", equalTo("adr***")),
                new RefusedFile(FindingCode.UNKNOWN_COLUMN));
    }

    @Test
    void anUnknownCharsetIsNoCharset() {
        String file = HEAD + row(one.teacherNo(), one.idNumber(), "王䶮", "");
        problem(send(file, "?charset=klingon").then(), ProblemCode.BAD_PARAMETER);
        assertThat(told(file, "?charset=utf8")).isEqualTo("1 0 0 0 []");
    }
}
