package io.credithub.api;

import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.problem;
import static io.credithub.api.Answers.reader;
import static io.credithub.api.Answers.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.SubscriptionCode;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.ApiKeys.IssuedKey;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;
import io.credithub.flow.subscription.Subscriptions;
import io.credithub.testing.OwnersView;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Addresses that reports are mailed to are persons' addresses: who sees them, and for how long
/// they are kept.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class SubscriptionRecipientsIT {
    private static final String SUBSCRIPTIONS = "/api/v1/subscriptions";
    private static final String COUNTY = "149964";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ADDRESS = "zhang.unmistakable@edu.example.cn";
    private static final String MASKED = "z***@edu.example.cn";

    @Inject ApiKeys keys;
    @Inject Subscriptions subscriptions;
    @Inject OwnersView view;

    private IssuedKey key(Permission grant) {
        return keys.issue(grant, "test").await().atMost(PATIENCE);
    }

    private static RequestSpecification as(IssuedKey key) {
        return given().header("Authorization", "Bearer " + key.key());
    }

    private int subscribed(IssuedKey owner) {
        Response made =
                as(owner)
                        .contentType("application/json")
                        .body(
                                """
                                {"report":{"name":"statement","division":"%s","format":"csv"},
                                 "schedule":{"every":"MONTHLY","day":31,"time":"07:30"},
                                 "target":"test-mail","recipients":["%s","%s"]}\
                                """
                                        .formatted(COUNTY, ADDRESS, ADDRESS))
                        .post(SUBSCRIPTIONS);
        made.then().statusCode(201).body("recipients", equalTo(List.of(ADDRESS)));
        return made.jsonPath().getInt("id");
    }

    private int subscribed() {
        return subscribed(key(new Permission.Reader(new Jurisdiction(COUNTY))));
    }

    private String kept(int id) throws SQLException {
        return view.text(
                "select array_to_string(recipients, ' ') from report_subscription where id = "
                        + id);
    }

    @Test
    void addressesAreForTheOwnerAndForOperatorsAlone() {
        IssuedKey owner = key(new Permission.Reader(new Jurisdiction(COUNTY)));
        String path = SUBSCRIPTIONS + "/" + subscribed(owner);
        as(owner).get(path).then().body("recipients", equalTo(List.of(ADDRESS)));
        operator(keys).get(path).then().body("recipients", equalTo(List.of(ADDRESS)));
        for (RequestSpecification other :
                List.of(reader(keys, "149900"), registrar(), reader(keys, COUNTY))) {
            other.get(path).then().statusCode(200).body("recipients", equalTo(List.of(MASKED)));
        }
        String all = registrar().queryParam("limit", 500).get(SUBSCRIPTIONS).asString();
        assertThat(all).contains(MASKED).doesNotContain(ADDRESS);
    }

    private RequestSpecification registrar() {
        return with(keys, new Permission.Registrar(new Jurisdiction(COUNTY)));
    }

    /// A mask that somebody sends back is no address; what is left out stays.
    @Test
    void aMaskNeverBecomesAnAddress() throws SQLException {
        int id = subscribed();
        String change = "{\"version\":1,\"recipients\":[\"%s\"]}".formatted(MASKED);
        problem(
                        registrar()
                                .contentType("application/json")
                                .body(change)
                                .patch(SUBSCRIPTIONS + "/" + id)
                                .then(),
                        SubscriptionCode.MAY_NOT)
                .body("value", equalTo("RECIPIENTS"));
        registrar()
                .contentType("application/json")
                .body("{\"version\":1,\"state\":\"PAUSED\"}")
                .patch(SUBSCRIPTIONS + "/" + id)
                .then()
                .statusCode(200)
                .body("recipients", equalTo(List.of(MASKED)));
        assertThat(kept(id)).isEqualTo(ADDRESS);
    }

    @Test
    void theAuditTrailHasNone() throws SQLException {
        IssuedKey owner = key(new Permission.Reader(new Jurisdiction(COUNTY)));
        int id = subscribed(owner);
        as(owner).post(SUBSCRIPTIONS + "/" + id + "/send").then().statusCode(202);
        as(owner).get(SUBSCRIPTIONS).then().statusCode(200);
        problem(
                as(owner)
                        .contentType("application/json")
                        .body("{\"version\":1,\"recipients\":[\"zhang.unmistakable@x.cn\"]}")
                        .patch(SUBSCRIPTIONS + "/" + id)
                        .then(),
                SubscriptionCode.MAY_NOT);
        assertThat(view.holding(List.of("zhang.unmistakable")))
                .containsExactly("report_subscription.recipients");
    }

    @Test
    void ofWhatWasRemovedTheyAreForgotten() throws SQLException {
        int id = subscribed();
        operator(keys).delete(SUBSCRIPTIONS + "/" + id).then().statusCode(204);
        problem(operator(keys).get(SUBSCRIPTIONS + "/" + id).then(), ProblemCode.NOT_FOUND);
        blot(Duration.ofDays(1));
        assertThat(kept(id)).isEqualTo(ADDRESS);
        blot(Duration.ZERO);
        assertThat(kept(id)).isEmpty();
    }

    private void blot(Duration kept) {
        subscriptions.blot(kept).await().atMost(PATIENCE);
    }

    @Test
    void ofAKeyThatIsGoneTheyAreForgotten() throws SQLException {
        IssuedKey owner = key(new Permission.Reader(new Jurisdiction(COUNTY)));
        int id = subscribed(owner);
        int other = subscribed();
        operator(keys).delete("/api/v1/keys/" + owner.id()).then().statusCode(204);
        blot(Duration.ofDays(1));
        assertThat(kept(id)).isEqualTo(ADDRESS);
        blot(Duration.ZERO);
        assertThat(kept(id)).isEmpty();
        assertThat(kept(other)).isEqualTo(ADDRESS);
        problem(
                        operator(keys)
                                .contentType("application/json")
                                .body("{\"version\":2,\"state\":\"ACTIVE\"}")
                                .patch(SUBSCRIPTIONS + "/" + id)
                                .then(),
                        SubscriptionCode.MAY_NOT)
                .body("value", equalTo("RECIPIENTS"));
    }
}
