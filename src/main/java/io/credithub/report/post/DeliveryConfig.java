package io.credithub.report.post;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Where reports may be sent to by subscription, and how often that is tried. Nothing is sent
/// anywhere but to a target that stands here.
@ConfigMapping(prefix = "hub.delivery")
public interface DeliveryConfig {
    Map<String, ConfiguredTarget> targets();

    /// Reports that one process sends at a time; to each target one.
    @WithDefault("4")
    int atOnce();

    /// The longest that sending one report may take.
    @WithDefault("10m")
    Duration sendMax();

    /// How often one report is tried in all, before it waits for somebody.
    @WithDefault("12")
    int triesMax();

    /// The longest pause before the second try; it doubles with each.
    @WithDefault("1m")
    Duration firstPause();

    /// The longest pause between two tries.
    @WithDefault("2h")
    Duration longestPause();

    /// So long after the first try the last one begins, at most.
    @WithDefault("3d")
    Duration tryFor();

    /// The largest file that goes by mail; of a larger one only the notice.
    @WithDefault("10M")
    MemorySize mailBytesMax();

    /// So long the recipients of e-mail are kept of a subscription that was removed, or whose key
    /// was taken back or has expired.
    @WithDefault("30d")
    Duration recipientsKept();

    /// One target, by its name: letters, digits and `-`.
    interface ConfiguredTarget {
        /// `folder`, `sftp`, `mail` or `webhook`.
        String kind();

        /// Divisions whose reports, and those of what belongs to them, may be sent here; with
        /// commas.
        List<String> divisions();

        /// The ids of the keys that may use it, with commas; without them, every key.
        Optional<List<String>> keys();

        /// Whether reports that may name persons are sent here.
        @WithDefault("false")
        boolean persons();

        /// The folder, absolute: of this machine for `folder`, which must exist; of the server for
        /// `sftp`.
        Optional<String> folder();

        /// The server of `sftp` or `mail`.
        Optional<String> host();

        /// Its port; 22 for `sftp`, 587 for `mail` (465 with `tls`, 25 with `none`).
        OptionalInt port();

        /// The user at the server.
        Optional<String> user();

        /// A file that holds the user's password.
        Optional<Path> passwordFile();

        /// A file that holds the user's private key, for `sftp`, without a passphrase.
        Optional<Path> keyFile();

        /// A file in the format of OpenSSH that holds the server's key, for `sftp`: no other is
        /// accepted.
        Optional<Path> knownHosts();

        /// The address of `webhook`: `https`, or `http` of this machine; without user and password.
        Optional<String> url();

        /// A file that holds the secret that a webhook is signed with, 16 bytes or more.
        Optional<Path> secretFile();

        /// The sender of `mail`.
        Optional<String> from();

        /// The domains that mail may go to, with commas.
        Optional<List<String>> recipientDomains();

        /// How mail is kept secret on its way: `starttls`, `tls`, or `none`, which is only for a
        /// server of this machine.
        @WithDefault("starttls")
        String tls();
    }
}
