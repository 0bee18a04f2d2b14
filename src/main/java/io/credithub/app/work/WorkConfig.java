package io.credithub.app.work;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/// Where the files are that an operator writes, and what is judged by.
@ConfigMapping(prefix = "hub.work")
public interface WorkConfig {
    /// The folder with `routes/` and `mappings/`; the launcher sets it.
    @WithDefault("${hub.project:.}")
    Path project();

    /// The policy that a new registry begins with, with all that hold in its division, by the name
    /// of its file under `mappings/policies/`: `HUB_WORK_POLICY`. Later ones come into force by
    /// `hub recompute`.
    @WithDefault("shanxi-2017")
    String policy();

    /// By what a new registry matches records with one another, by the name of a file under
    /// `mappings/reconciliation/`: `HUB_WORK_MATCHING`. A later one comes into force by `hub
    /// recompute`.
    @WithDefault("shanxi-2017")
    String matching();

    /// How often the sweeper looks for chunks that landed and were not done:
    /// `HUB_WORK_SWEEP_EVERY`.
    @WithDefault("5s")
    Duration sweepEvery();

    /// How often the hub looks at all that those teachers have of whom something was posted:
    /// `HUB_WORK_MATCH_EVERY`.
    @WithDefault("3s")
    Duration matchEvery();

    /// How often the hub brings the lists of teachers up to what has changed:
    /// `HUB_WORK_LISTS_EVERY`.
    @WithDefault("3s")
    Duration listsEvery();

    /// How much of the processor's time one chunk may take to be read and mapped. One that takes
    /// more is broken and waits for an operator: `HUB_WORK_INTERPRET_MAX`.
    @WithDefault("60s")
    Duration interpretMax();

    /// Chunks of one feed that may wait to be worked on. While as many wait, pushes to the feed are
    /// answered 429, and it is not polled; replays count too: `HUB_WORK_BACKLOG_MAX`.
    @WithDefault("10000")
    long backlogMax();

    /// How often the hub looks for rejected records of which the reason has passed, and judges them
    /// again: `HUB_WORK_REPLAY_EVERY`.
    @WithDefault("60s")
    Duration replayEvery();
}
