package io.credithub.api;

import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.with;

import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;
import io.credithub.testing.Eventually;

/// A report of the planted county, whose file names it.
final class WalkReport {
    /// Of the caller's own division.
    static final String WANTED = "{\"name\":\"statement\",\"format\":\"json\"}";

    private WalkReport() {}

    /// Asked for by the county's registrar, and made.
    ///
    /// @return its number
    static String plant(ApiKeys keys, Jurisdiction county) {
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
