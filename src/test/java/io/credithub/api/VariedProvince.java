package io.credithub.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.fixtures.RosterTeacher;
import io.credithub.flow.access.ApiKeys;
import io.credithub.testing.Eventually;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Three counties of two cities, and whatever may become of a record: in force, held, rejected,
/// waiting, corrected, taken back, with figures of the source that are not the hub's, of this year
/// and the last. Everything came in as it does.
final class VariedProvince {
    static final String COUNTY = "140105";
    static final String CITY = "140100";
    static final String PROVINCE = "140000";
    static final int YEAR = 2022;

    private static final String RECOMPUTATIONS = "/api/v1/recomputations";
    private static final List<String> COUNTIES = List.of(COUNTY, "140106", "140202");
    private static final String HEAD =
            "teacher_no,id_type,id_number,name,birth_date,school_code,school_name,division_code,"
                    + "status,confirmed_on,transferred_on,home_school_code\n";
    private static final int TEACHERS = 24;

    private final ApiKeys keys;
    private final List<RosterTeacher> teachers = new ArrayList<>();
    private final StringBuilder records = new StringBuilder();

    /// The numbers that reports are narrowed by.
    record Numbers(long delivery, int run, int recomputation, String teacher, String certificate) {}

    VariedProvince(ApiKeys keys) {
        this.keys = keys;
    }

    Numbers plant() {
        enrol();
        for (int i = 0; i < TEACHERS; i++) train(i);
        records.append("{\"recordId\":\"nobody\",\"hours\":\"many\"}\n");
        records.append(Answers.record("IT-not-on-the-roster", "waits", 8));
        long delivery = push(records.toString());
        push(record(teachers.get(0), "first-0", 52, "EXCELLENT", "2023-05-01", ""));
        String teacher = teachers.getFirst().teacherNo();
        return new Numbers(delivery, run(), recompute(), teacher, certify(teacher));
    }

    private void enrol() {
        Random random = new Random(20_221);
        StringBuilder roster = new StringBuilder(HEAD);
        for (int i = 0; i < TEACHERS; i++) {
            RosterTeacher one = RosterTeacher.draw(random, COUNTIES.get(i % 5 % COUNTIES.size()));
            teachers.add(one);
            String status = i % 11 == 10 ? "LEFT" : "ACTIVE";
            roster.append(one.teacherNo())
                    .append(",RESIDENT,")
                    .append(one.idNumber())
                    .append(",王䶮,,S-")
                    .append(i % 4)
                    .append(",第")
                    .append(i % 4)
                    .append("小学,")
                    .append(one.division())
                    .append(',')
                    .append(status)
                    .append(",,,\n");
        }
        Answers.operator(keys)
                .contentType("text/csv")
                .body(roster.toString().getBytes(UTF_8))
                .post("/api/v1/roster")
                .then()
                .statusCode(200);
    }

    /// Every fourth has no record; amounts have places.
    private void train(int i) {
        if (i % 4 == 3) return;
        RosterTeacher one = teachers.get(i);
        String grade = i % 3 == 0 ? "EXCELLENT" : i % 3 == 1 ? "GOOD" : "PASS";
        records.append(record(one, "first-" + i, 40 - i, grade, "2023-05-01", ""));
        records.append(record(one, "before-" + i, 10, "GOOD", "2022-05-01", ""));
        if (i % 2 == 0) {
            String theirs = "\"sourceCredits\":%d.37,".formatted(i);
            records.append(record(one, "second-" + i, 7, grade, "2023-03-1" + i % 10, theirs));
        }
        if (i % 5 == 0) {
            String again = record(one, "first-" + i, 40 - i, grade, "2023-05-01", "");
            records.append(
                    again.replace(
                            "\"recordId\":\"" + id(one, "first-" + i),
                            "\"recordId\":\"" + id(one, "copy-" + i)));
        }
    }

    private static String id(RosterTeacher teacher, String record) {
        return teacher.teacherNo() + "-" + record;
    }

    private static String record(
            RosterTeacher teacher,
            String record,
            int hours,
            String grade,
            String day,
            String more) {
        return """
        {"recordId":"%1$s","teacher":{"teacherNo":"%2$s","name":"王䶮"},"program":{"name":"研修 %1$s"},\
        "level":"PROVINCE","form":"CENTRALISED","hours":%3$d,%4$s"grade":"%5$s",\
        "completedOn":"%6$s"}
        """
                .formatted(id(teacher, record), teacher.teacherNo(), hours, more, grade, day);
    }

    private long push(String body) {
        Response receipt =
                Answers.feed(keys, "vendor-push")
                        .contentType("application/x-ndjson")
                        .header("X-Declared-Records", body.lines().count() + 1)
                        .body(body.getBytes(UTF_8))
                        .post("/api/v1/feeds/vendor-push/deliveries");
        String location = receipt.header("Location");
        Answers.settled(Answers.operator(keys), location);
        return Long.parseLong(location.substring(location.lastIndexOf('/') + 1));
    }

    private int run() {
        Response begun =
                Answers.operator(keys)
                        .contentType("application/json")
                        .body("{\"schoolYear\":" + YEAR + "}")
                        .post("/api/v1/reconciliation/runs");
        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(202);
        int run = begun.jsonPath().getInt("id");
        until("/api/v1/reconciliation/runs/" + run, "DONE");
        return run;
    }

    private int recompute() {
        Response begun =
                Answers.operator(keys)
                        .contentType("application/json")
                        .body("{\"policy\":\"wuhan-jianghan\"}")
                        .post(RECOMPUTATIONS);
        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(202);
        int id = begun.jsonPath().getInt("id");
        until(RECOMPUTATIONS + "/" + id, "TOLD");
        return id;
    }

    private String certify(String teacher) {
        Response issued =
                Answers.operator(keys)
                        .contentType("application/json")
                        .body("{\"cycle\":" + YEAR + ",\"purpose\":\"TITLE\"}")
                        .post("/api/v1/teachers/" + teacher + "/certificates");
        assertThat(issued.statusCode()).as(issued.asString()).isEqualTo(201);
        return issued.jsonPath().getString("number");
    }

    private void until(String path, String state) {
        Eventually.until(
                state,
                () -> state.equals(Answers.operator(keys).get(path).jsonPath().getString("state")));
    }
}
