package io.credithub.api;

import static io.credithub.api.Answers.problem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.credithub.api.problem.SubscriptionCode;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.ApiKeys.IssuedKey;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Deliveries that are open, or were tried in vain, when their subscription ends or wants more.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(DeliveringHub.class)
final class SubscriptionEndsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject ApiKeys keys;
    @Inject Pool pool;
    private IssuedKey key;
    private int id;
    private String path;

    @BeforeEach
    void somebodySubscribes() {
        Permission reader = new Permission.Reader(new Jurisdiction("149961"));
        key = keys.issue(reader, "test").await().atMost(PATIENCE);
        String wanted =
                """
                {"report":{"name":"statement","division":"149961","format":"csv"},
                 "schedule":{"every":"DAILY","time":"07:30"},"target":"office"}\
                """;
        id = json().body(wanted).post("/api/v1/subscriptions").jsonPath().getInt("id");
        path = "/api/v1/subscriptions/" + id;
    }

    private RequestSpecification as() {
        return given().header("Authorization", "Bearer " + key.key());
    }

    private RequestSpecification json() {
        return as().contentType("application/json");
    }

    private int delivery(String rest) {
        return pool.preparedQuery(
                        """
                        insert into report_dispatch (subscription_id, due_at, is_trial, state,
                            failure, try_at, finished_at) values ($1, now(), true, %s) returning id\
                        """
                                .formatted(rest))
                .execute(Tuple.of(id))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getInteger("id");
    }

    @Test
    void whatIsTriedInVainIsNotTriedAgainWhileItIsPausedAndEndsWithItsSubscription() {
        int dead = delivery("'DEAD', 'x', null, now()");
        String delivery = "/api/v1/report-deliveries/" + dead;
        json().body("{\"version\":1,\"state\":\"PAUSED\"}").patch(path).then().statusCode(200);
        problem(as().post(delivery + "/retry").then(), SubscriptionCode.IS_PAUSED);
        as().get(path + "/deliveries?state=DEAD").then().body("items.id", equalTo(List.of(dead)));
        as().get(path + "/deliveries?state=SENT").then().body("items", equalTo(List.of()));
        as().delete(path).then().statusCode(204);
        as().get(delivery)
                .then()
                .body("state", equalTo("REFUSED"))
                .body("refused.code", equalTo("STOPPED"));
        problem(as().post(delivery + "/retry").then(), SubscriptionCode.NOT_DEAD);
    }

    @Test
    void whoWantsManyAtOnceIsToldToWait() {
        for (int i = 0; i < 5; i++) delivery("'WAITING', null, now() + interval '9 days', null");
        problem(as().post(path + "/send").then(), SubscriptionCode.UNDER_WAY);
        as().get(path + "/deliveries").then().body("items.size()", equalTo(5));
        // nobody else finds them on their way
        as().delete(path).then().statusCode(204);
        pool.preparedQuery("update report_dispatch set try_at = now() where subscription_id = $1")
                .execute(Tuple.of(id))
                .await()
                .atMost(PATIENCE);
    }
}
