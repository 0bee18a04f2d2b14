package io.credithub.api;

import static io.credithub.api.Answers.with;

import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;

/// The planted county's statement, on its way to a signature.
final class WalkSignOff {
    private WalkSignOff() {}

    static String wanted(String county) {
        return "{\"county\":\"%s\",\"schoolYear\":2022,\"note\":\"walk\"}".formatted(county);
    }

    /// Prepared by a registrar of the county.
    ///
    /// @return its id
    static String plant(ApiKeys keys, Jurisdiction county) {
        return with(keys, new Permission.Registrar(county))
                .contentType("application/json")
                .body(wanted(county.divisionCode()))
                .post("/api/v1/sign-offs")
                .jsonPath()
                .getString("id");
    }
}
