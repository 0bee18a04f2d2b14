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

    /// For how long it is kept what the hub knew: reports as known on a past moment reach back so
    /// far. At least 90 days, and what a sign-off that is under way rests on:
    /// `HUB_REPORT_HISTORY_KEPT`. The default is a cycle of five school years and one more.
    @WithDefault("2200d")
    Duration historyKept();

    /// Reports that one process makes at a time; one of them at most is of more than a county.
    @WithDefault("2")
    int atOnce();
}
