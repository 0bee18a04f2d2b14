package io.credithub.api;

import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.with;

import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;
import io.credithub.testing.Eventually;
import java.util.HashMap;
import java.util.Map;

/// A report of the planted county, whose file names it.
final class WalkReport {
    /// Of the caller's own division.
    private static final String WANTED = "{\"name\":\"statement\",\"format\":\"json\"}";

    private WalkReport() {}

    /// One that is made, one that is signed, and one that is sent.
    ///
    /// @return their numbers by their paths
    static Map<String, String> plantAll(ApiKeys keys, Jurisdiction county) {
        Map<String, String> ids = new HashMap<>();
        ids.put("/reports/{id}", plant(keys, county));
        ids.put("/sign-offs/{id}", WalkSignOff.plant(keys, county));
        ids.putAll(WalkSubscription.plant(keys, county));
        return ids;
    }

    /// A right body for what makes one.
    static String body(String path, String county) {
        return switch (path) {
            case "/reports" -> WANTED;
            case "/sign-offs" -> WalkSignOff.wanted(county);
            default -> WalkSubscription.body(path);
        };
    }

    /// Asked for by the county's registrar, and made.
    private static String plant(ApiKeys keys, Jurisdiction county) {
        String path =
                with(keys, new Permission.Registrar(county))
                        .contentType("application/json")
                        .body(WANTED)
                        .post("/api/v1/reports")
                        .header("Location");
        Eventually.until(
                "made",
                () -> operator(keys).get(path).jsonPath().getString("state").equals("DONE"));
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
