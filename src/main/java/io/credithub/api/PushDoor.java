package io.credithub.api;

import io.credithub.flow.FeedDefinition;
import io.credithub.flow.FeedProblems;
import io.credithub.flow.Feeds;
import io.credithub.flow.recognition.RecognitionFeed;
import jakarta.inject.Singleton;

/// Whether the caller may push into a feed, before anything of its body is read.
@Singleton
final class PushDoor {
    private final Feeds feeds;
    private final FeedProblems problems;
    private final Callers callers;

    PushDoor(Feeds feeds, FeedProblems problems, Callers callers) {
        this.feeds = feeds;
        this.problems = problems;
        this.callers = callers;
    }

    /// @throws ProblemException if not
    void check(String feed) {
        if (!callers.caller().mayFollow(feed)) throw new ProblemException(ProblemCode.FORBIDDEN);
        if (problems.of(feed).isPresent()) throw new ProblemException(ProblemCode.FEED_IS_OFF);
        FeedDefinition definition =
                feeds.find(feed).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        boolean isOurs = feed.equals(RecognitionFeed.CODE);
        if (isOurs || definition.kind() != FeedDefinition.Kind.PUSH) {
            throw new ProblemException(ProblemCode.NOT_A_PUSH_FEED);
        }
    }
}
