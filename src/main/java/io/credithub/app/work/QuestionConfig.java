package io.credithub.app.work;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How much of the hub questions may take up that read much of the registry: proofs, recounts,
/// lists of differences.
@ConfigMapping(prefix = "hub.questions")
public interface QuestionConfig {
    /// Questions that read much of the registry (proofs, recounts, differences) which are answered
    /// at a time; each has a connection to the database beside the pool's.
    @WithDefault("2")
    int atOnce();

    /// Questions that read much which one key may have begun and that are not answered. One more is
    /// answered 429.
    @WithDefault("4")
    int perKey();

    /// Questions that read much which may wait, of all keys together. One more is answered 503.
    @WithDefault("32")
    int waitingMax();

    /// A question that reads much and has waited so long is answered 503.
    @WithDefault("30s")
    Duration waitMax();

    /// A question that has been answered for so long ends, at the database too, and its caller is
    /// told 503.
    @WithDefault("20m")
    Duration runMax();
}
