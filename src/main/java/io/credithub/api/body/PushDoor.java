package io.credithub.api.body;

import io.credithub.api.parameter.Callers;
import io.credithub.api.problem.BusyCode;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.flow.delivery.Idempotency;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.FeedProblems;
import io.credithub.flow.feed.Feeds;
import io.credithub.flow.load.Backlog;
import io.credithub.flow.recognition.RecognitionFeed;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Whether the caller may push into a feed, before anything of its body is read.
@Singleton
final class PushDoor {
    private final Feeds feeds;
    private final FeedProblems problems;
    private final Backlog backlog;
    private final Idempotency idempotency;
    private final Callers callers;

    PushDoor(
            Feeds feeds,
            FeedProblems problems,
            Backlog backlog,
            Idempotency idempotency,
            Callers callers) {
        this.feeds = feeds;
        this.problems = problems;
        this.backlog = backlog;
        this.idempotency = idempotency;
        this.callers = callers;
    }

    /// @throws ProblemException if not
    void check(String feed) {
        if (!callers.caller().mayFollow(feed)) throw new ProblemException(ProblemCode.FORBIDDEN);
        if (problems.of(feed).isPresent()) throw new ProblemException(ProblemCode.FEED_IS_OFF);
        FeedDefinition definition =
                feeds.find(feed).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        boolean isOurs = feed.equals(RecognitionFeed.CODE);
        if (isOurs || definition.kind() != FeedDefinition.FeedKind.PUSH) {
            throw new ProblemException(ProblemCode.NOT_A_PUSH_FEED);
        }
    }

    /// Whether the feed takes nothing new just now.
    boolean isFull(String feed) {
        return backlog.isFull(feed);
    }

    /// What was pushed before is answered all the same, if the sender names it by its key: its
    /// bytes land once.
    ///
    /// @param key the sender's; null if there is none
    /// @return fails with a [ProblemException] unless the key is known
    Uni<Void> checkKnown(String feed, @Nullable String key) {
        Uni<Boolean> known =
                key == null ? Uni.createFrom().item(false) : idempotency.isKnown(feed, key);
        return known.invoke(
                        isKnown -> {
                            if (!isKnown) throw new ProblemException(BusyCode.FEED_FULL);
                        })
                .replaceWithVoid();
    }
}
