package io.credithub.app.work;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How reports are made, and for how long they are kept.
@ConfigMapping(prefix = "hub.report")
public interface ReportConfig {
    /// For how long the file of a report is kept once it is made; afterwards its job and its
    /// SHA-256 stay: `HUB_REPORT_KEPT`.
    @WithDefault("90d")
    Duration kept();

    /// Reports that one process makes at a time; one of them at most is of more than a county.
    @WithDefault("2")
    int atOnce();
}
