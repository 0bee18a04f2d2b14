package io.credithub.app.work;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// What is expected to arrive, and when it is late.
@ConfigMapping(prefix = "hub.expectations")
public interface ExpectationConfig {
    /// Days after the last day of an enrolment list's period in which a completion still counts for
    /// it, and after which whoever did not arrive is missing: `HUB_EXPECTATIONS_GRACE_DAYS`.
    @WithDefault("31")
    int graceDays();
}
