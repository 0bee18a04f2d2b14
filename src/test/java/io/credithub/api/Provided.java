package io.credithub.api;

import static io.credithub.api.Answers.feed;
import static io.credithub.api.Answers.operator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.credithub.fixtures.RosterTeacher;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.delivery.Declared;
import io.credithub.flow.delivery.Delivery;
import io.credithub.flow.delivery.Landing;
import io.credithub.flow.reading.Content;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// A teacher of the roster, and what the provincial platform and a vendor report of them.
record Provided(ApiKeys keys, Landing landing, RosterTeacher teacher) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String HEADER =
            "记录编号,版本,状态,教师编号,证件类型,证件号码,姓名,项目名称,培训层次,培训形式,学时,考核等级,结业日期,备注\n";

    void enrol() {
        operator(keys)
                .contentType("text/csv")
                .body(teacher.csv().getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/roster")
                .then()
                .statusCode(200)
                .body("added", equalTo(1));
    }

    /// The id of the provincial platform's one record.
    String recordId() {
        return teacher.teacherNo() + "-p";
    }

    /// The id under which [Answers#record] tells of the same training.
    String vendorId() {
        return teacher.teacherNo() + "-v";
    }

    /// A file of the provincial platform with its one record, which has the ID number in its own
    /// column and in a note.
    ///
    /// @return the delivery
    long drop(int revision, int hours) {
        String id = teacher.idNumber();
        String row =
                "%s,%d,正常,%s,居民身份证,%s,王䶮,研修 %s,省级,集中,%d,优秀,2023-05-01,证件 %s 已核\n"
                        .formatted(
                                recordId(),
                                revision,
                                teacher.teacherNo(),
                                id,
                                vendorId(),
                                hours,
                                id);
        Delivery delivery =
                new Delivery(
                        "province-platform",
                        recordId() + ".csv",
                        Content.of((HEADER + row).getBytes(StandardCharsets.UTF_8)),
                        null,
                        Declared.NOTHING,
                        null,
                        null);
        long number = landing.land(delivery).await().atMost(PATIENCE).delivery();
        Answers.settled(operator(keys), "/api/v1/deliveries/" + number);
        return number;
    }

    /// @param body of the vendor's push
    void push(String body) {
        Response receipt =
                feed(keys, "vendor-push")
                        .contentType("application/x-ndjson")
                        .body(body.getBytes(StandardCharsets.UTF_8))
                        .post("/api/v1/feeds/vendor-push/deliveries");
        assertThat(receipt.statusCode()).as(receipt.asString()).isEqualTo(202);
        Answers.settled(operator(keys), receipt.header("Location"));
    }
}
