package io.credithub.report.paper;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/// How reports are printed.
@ConfigMapping(prefix = "hub.report")
public interface PaperConfig {
    /// The font of reports as PDF, a TrueType file with Chinese letters (`.ttf`, `.ttc`); without
    /// it the hub takes what it finds among the fonts of the machine: `HUB_REPORT_FONT`.
    Optional<Path> font();
}
