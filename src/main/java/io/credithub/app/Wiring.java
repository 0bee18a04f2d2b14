package io.credithub.app;

import io.credithub.domain.ledger.Precedence;
import io.credithub.flow.Chunks;
import io.credithub.flow.DryRun;
import io.credithub.flow.Feeds;
import io.credithub.flow.IdProtection;
import io.credithub.flow.ImportRoster;
import io.credithub.flow.Judging;
import io.credithub.flow.Mapping;
import io.credithub.flow.Pen;
import io.credithub.flow.Policies;
import io.credithub.flow.PolicyVersion;
import io.credithub.flow.PostRecords;
import io.credithub.flow.ProcessChunk;
import io.credithub.flow.Programmes;
import io.credithub.flow.Reading;
import io.credithub.flow.RosterIntake;
import io.credithub.flow.RosterReading;
import io.credithub.flow.Settling;
import io.credithub.flow.TellDelivery;
import io.credithub.mapping.FeedFiles;
import io.credithub.mapping.PolicyFiles;
import io.credithub.mapping.PolicyFiles.PolicyFile;
import io.credithub.store.CannotStart;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.InstantSource;

/// Puts the work of floor 1 together with the rooms of floor 2.
final class Wiring {
    @Produces
    @Singleton
    InstantSource clock() {
        return Clock.systemUTC();
    }

    /// The feeds of `mappings/`: a folder with a problem stops the start.
    @Produces
    @Singleton
    FeedFiles feeds(WorkConfig work) throws IOException {
        FeedFiles feeds = new FeedFiles(work.project().resolve("mappings"));
        if (!feeds.problems().isEmpty()) throw CannotStart.becauseOf(feeds.problems());
        return feeds;
    }

    /// The policy that completions are judged by.
    @Produces
    @Singleton
    PolicyVersion policy(WorkConfig work) {
        PolicyFiles.Loaded loaded = PolicyFiles.ofProject(work.project());
        PolicyFile file = loaded.policies().get(work.policy());
        if (!loaded.problems().isEmpty()) throw CannotStart.becauseOf(loaded.problems());
        if (file == null) {
            throw CannotStart.becauseNoPolicy(work.policy(), loaded.policies().keySet());
        }
        return new PolicyVersion(file.policy(), file.digest(), file.body());
    }

    /// A feed that names no precedence comes after all that do; one that is gone, last of all.
    @Produces
    @Singleton
    Precedence precedence(Feeds feeds) {
        return (feed, level) ->
                feeds.find(feed).map(known -> known.precedence(level)).orElse(Integer.MAX_VALUE);
    }

    @Produces
    @Singleton
    Judging judging(Reading reading, Mapping mapping, Policies policies, IdProtection ids) {
        return new Judging(reading, mapping, policies, ids);
    }

    @Produces
    @Singleton
    Settling settling(Policies policies, InstantSource clock) {
        return new Settling(policies, clock);
    }

    @Produces
    @Singleton
    PostRecords posting(Settling settling, Precedence precedence) {
        return new PostRecords(settling, precedence);
    }

    @Produces
    @Singleton
    ProcessChunk processing(
            Chunks chunks, Judging judging, Programmes programmes, Pen pen, PostRecords posting) {
        return new ProcessChunk(
                new ProcessChunk.Stages(chunks, judging, programmes, posting),
                pen,
                Infrastructure.getDefaultWorkerPool());
    }

    @Produces
    @Singleton
    RosterIntake roster(RosterReading reading, Pen pen, Settling settling, Precedence precedence) {
        return new ImportRoster(
                reading, pen, settling, precedence, Infrastructure.getDefaultWorkerPool());
    }

    @Produces
    @Singleton
    DryRun dryRun(Feeds feeds, Reading reading, ProcessChunk processing, InstantSource clock) {
        return new TellDelivery(
                feeds, reading, processing, clock, Infrastructure.getDefaultWorkerPool());
    }
}
