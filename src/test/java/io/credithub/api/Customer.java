package io.credithub.api;

import static io.credithub.api.Answers.feed;
import static io.credithub.api.Answers.operator;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.policy.terms.SchoolCalendar;
import io.credithub.fixtures.RosterTeacher;
import io.credithub.flow.access.ApiKeys;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;

/// A made-up teacher of the county 140105, and what tests of the credit bank ask about them.
record Customer(ApiKeys keys, RosterTeacher teacher) {
    static Customer draw(ApiKeys keys) {
        return new Customer(keys, RosterTeacher.draw(new Random(), "140105"));
    }

    static LocalDate today() {
        return LocalDate.now(SchoolCalendar.ZONE_DEFAULT);
    }

    /// The school year that runs today.
    static int schoolYear() {
        return today().minusMonths(8).getYear();
    }

    /// The cycle that runs today.
    static int cycle() {
        return schoolYear() - Math.floorMod(schoolYear() - 2017, 5);
    }

    String no() {
        return teacher.teacherNo();
    }

    String path() {
        return "/api/v1/teachers/" + no();
    }

    void enrol() {
        enrol(teacher.csv());
    }

    void enrol(String csv) {
        operator(keys)
                .contentType("text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/roster")
                .then()
                .statusCode(200);
    }

    /// Provincial, centralised, excellent, on the first day of a school year.
    void train(int schoolYear, String recordId, int hours) {
        String record = Answers.record(no(), no() + recordId, hours);
        push(record.replace("2023-05-01", schoolYear + "-09-01"));
    }

    /// The source takes back what [#train] gave.
    void withdraw(String recordId) {
        push(
                "{\"recordId\":\"%s\",\"revision\":%d,\"status\":\"WITHDRAWN\"}\n"
                        .formatted(no() + recordId, 2));
    }

    void push(String body) {
        Response receipt =
                feed(keys, "vendor-push")
                        .contentType("application/x-ndjson")
                        .body(body.getBytes(StandardCharsets.UTF_8))
                        .post("/api/v1/feeds/vendor-push/deliveries");
        assertThat(receipt.statusCode()).as(receipt.asString()).isEqualTo(202);
        Answers.settled(operator(keys), receipt.header("Location"));
    }

    /// @param end of the path
    ValidatableResponse post(String end, String body) {
        return operator(keys).contentType("application/json").body(body).post(path() + end).then();
    }

    ValidatableResponse delete(String end) {
        return operator(keys).delete(path() + end).then();
    }

    JsonPath get(String end) {
        return operator(keys).get(path() + end).then().statusCode(200).extract().jsonPath();
    }

    JsonPath statement() {
        return get("/statement?cycle=" + cycle());
    }

    /// Counted record by record, and every hash of the chain anew.
    void assertTheProofHolds() {
        JsonPath proof = operator(keys).get("/api/v1/reconciliation?recount=true").jsonPath();
        assertThat(proof.getString("invariants.findAll { !it.holds && it.about == 'HUB' }"))
                .isEqualTo("[]");
        assertThat(operator(keys).get("/api/v1/ledger/proof").jsonPath().getBoolean("whole"))
                .isTrue();
    }
}
