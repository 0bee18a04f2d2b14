package io.credithub.report.paper;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/// How the hub is reached from outside.
@ConfigMapping(prefix = "hub.public")
public interface PublicConfig {
    /// The address by which anybody reaches this hub, as `https://xuefen.example.gov.cn`:
    /// `HUB_PUBLIC_URL`. Reports and certificates on paper then have a link and a QR code to
    /// `/verify`; without it they have their verification code alone.
    Optional<PublicAddress> url();
}
