package io.credithub.api;

import static io.credithub.api.Answers.with;

import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;
import io.restassured.path.json.JsonPath;
import java.util.Map;

/// A subscription to a report of the planted county, which names it, and one that is on its way.
final class WalkSubscription {
    /// To a report of the caller's own division.
    private static final String WANTED =
            "{\"report\":{\"name\":\"statement\",\"format\":\"json\"},\"target\":\"test-mail\","
                    + "\"schedule\":{\"every\":\"DAILY\",\"time\":\"07:30\"},"
                    + "\"recipients\":[\"walk@edu.example.cn\"]}";

    private static final String PATH = "/api/v1/subscriptions";

    private WalkSubscription() {}

    static String body(String path) {
        return path.contains("{") ? "{\"version\":1,\"state\":\"ACTIVE\"}" : WANTED;
    }

    /// The county's registrar's.
    ///
    /// @return their numbers, by path
    static Map<String, String> plant(ApiKeys keys, Jurisdiction county) {
        Permission registrar = new Permission.Registrar(county);
        JsonPath made =
                with(keys, registrar)
                        .contentType("application/json")
                        .body(WANTED)
                        .post(PATH)
                        .jsonPath();
        String id = made.getString("id");
        JsonPath trial = with(keys, registrar).post(PATH + "/" + id + "/send").jsonPath();
        return Map.of("/subscriptions/{id}", id, "/report-deliveries/{id}", trial.getString("id"));
    }
}
