package io.credithub.app.work;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;

/// When the hub looks for what does not agree, without being asked.
@ConfigMapping(prefix = "hub.reconciliation")
public interface ReconciliationConfig {
    /// When the whole province is reconciled, the school year that is running and the one before,
    /// as a cron expression of six fields; `off`: only when somebody asks.
    @WithDefault("0 30 2 * * ?")
    String nightly();

    /// An adjustment that adds or takes away more credits than this is posted only once a second
    /// person agrees; 0: every one.
    @WithDefault("5.00")
    BigDecimal fourEyesAbove();
}
