package io.credithub.app.start;

import io.credithub.app.route.CheckedFeeds;
import io.credithub.app.work.ExpectationConfig;
import io.credithub.app.work.ReconciliationConfig;
import io.credithub.app.work.WorkConfig;
import io.credithub.domain.Credits;
import io.credithub.domain.adjustment.AdjustmentBounds;
import io.credithub.domain.completion.Level;
import io.credithub.domain.reconcile.RoleRulings;
import io.credithub.flow.certificate.ThisHub;
import io.credithub.flow.delivery.Chunks;
import io.credithub.flow.expectation.EnrolmentLists;
import io.credithub.flow.expectation.EnrolmentReading;
import io.credithub.flow.expectation.ExpectationQuery;
import io.credithub.flow.expectation.Expectations;
import io.credithub.flow.expectation.ImportEnrolments;
import io.credithub.flow.explain.ExplainAward;
import io.credithub.flow.explain.Provenance;
import io.credithub.flow.explain.RecordReread;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.Feeds;
import io.credithub.flow.ledger.LedgerLock;
import io.credithub.flow.ledger.PostingService;
import io.credithub.flow.load.Backlog;
import io.credithub.flow.load.FeedActivity;
import io.credithub.flow.processing.ChunkInterpreter;
import io.credithub.flow.processing.DeliveryDryRun;
import io.credithub.flow.processing.DryRun;
import io.credithub.flow.processing.ProcessChunk;
import io.credithub.flow.processing.TimedInterpreting;
import io.credithub.flow.programme.MatchingBook;
import io.credithub.flow.programme.RegisterReading;
import io.credithub.flow.programme.RegisterVersions;
import io.credithub.flow.reading.Reading;
import io.credithub.flow.register.ChangeRegister;
import io.credithub.flow.register.ImportProgrammes;
import io.credithub.flow.roster.ImportRoster;
import io.credithub.flow.roster.RosterIntake;
import io.credithub.flow.roster.RosterReading;
import io.credithub.flow.roster.RosterStore;
import io.credithub.flow.rules.FeedTerms;
import io.credithub.flow.rules.FeedsOnFile;
import io.credithub.flow.rules.FiledTerms;
import io.credithub.flow.rules.MatchingOnFile;
import io.credithub.flow.rules.MatchingOnFile.FiledMatching;
import io.credithub.flow.rules.MatchingTrial;
import io.credithub.flow.rules.MatchingVersion;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.rules.RuleSet;
import io.credithub.flow.rules.RulesOnFile;
import io.credithub.flow.statement.StatementQuery;
import io.credithub.flow.teacher.IdProtection;
import io.credithub.flow.teacher.TeacherIndex;
import io.credithub.mapping.example.MatchingExamples;
import io.credithub.mapping.feed.FeedFiles;
import io.credithub.mapping.matching.MatchingFiles;
import io.credithub.mapping.policy.PolicyFiles;
import io.credithub.mapping.policy.RuleFiles;
import io.credithub.source.drop.HubFolders;
import io.credithub.source.poll.SourceConfig;
import io.credithub.store.server.CannotStart;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/// Puts the work of floor 1 together with the rooms of floor 2, as far as it needs what is no bean:
/// a setting, a file, a thread, the clock. The rest says of itself that there is one of it.
final class Wiring {
    @Produces
    @Singleton
    InstantSource clock() {
        return Stage.now().clock();
    }

    @Produces
    @Singleton
    ThisHub thisHub() {
        return Stage.now().hub();
    }

    /// The feeds of `mappings/`; one whose folder has a problem is off.
    @Produces
    @Singleton
    FeedFiles feeds(WorkConfig work) throws IOException {
        return new FeedFiles(work.project().resolve("mappings"));
    }

    @Produces
    @Singleton
    CheckedFeeds checked(
            Feeds feeds, FeedFiles files, SourceConfig sources, HubFolders folders, Config config)
            throws Exception {
        return new CheckedFeeds(
                new CheckedFeeds.FeedCheck(
                        feeds,
                        files.broken(),
                        folders,
                        sources,
                        key -> config.getOptionalValue(key, String.class).orElse(null)));
    }

    @Produces
    @Singleton
    HubFolders folders(WorkConfig work, Config config) {
        return new HubFolders(
                config.getOptionalValue("hub.home", Path.class)
                        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".credit-hub")),
                config.getValue("hub.routes", Path.class),
                work.project().resolve("mappings"));
    }

    /// The policies on file: those of the province whose main one is named.
    @Produces
    @Singleton
    RuleSet rules(WorkConfig work) {
        PolicyFiles.LoadedPolicies loaded = PolicyFiles.ofProject(work.project());
        if (!loaded.problems().isEmpty()) throw CannotStart.becauseOf(loaded.problems());
        if (!loaded.policies().containsKey(work.policy())) {
            throw CannotStart.becauseNoPolicy(work.policy(), loaded.policies().keySet());
        }
        return new RuleFiles(loaded).rules(work.policy());
    }

    /// Read each time: somebody asks because the files have changed.
    @Produces
    @Singleton
    RulesOnFile rulesOnFile(WorkConfig work) {
        return (policy, inForce) ->
                new RuleFiles(PolicyFiles.ofProject(work.project())).find(policy, inForce);
    }

    @Produces
    @Singleton
    MatchingOnFile matchingOnFile(WorkConfig work) {
        return MatchingFiles.ofProject(work.project());
    }

    /// The matching file that is named: what a new registry begins with.
    @Produces
    @Singleton
    MatchingVersion matching(MatchingOnFile files, WorkConfig work) {
        return switch (files.find(work.matching())) {
            case FiledMatching.SoundMatching sound -> sound.version();
            case FiledMatching.BrokenMatching broken ->
                    throw CannotStart.becauseOf(broken.problems());
            case FiledMatching.UnknownMatching unknown ->
                    throw CannotStart.becauseNoMatching(work.matching(), unknown.known());
        };
    }

    /// What lay in the project's folder as this hub started.
    @Produces
    @Singleton
    FiledTerms filedTerms(MatchingVersion matching, FeedFiles feeds) {
        return new FiledTerms(matching, sound(feeds), unsound(feeds));
    }

    private static Map<String, FeedTerms> sound(FeedFiles feeds) {
        return feeds.all().stream().collect(Collectors.toMap(FeedDefinition::code, FeedTerms::of));
    }

    private static Map<String, FeedTerms> unsound(FeedFiles feeds) {
        Map<String, FeedTerms> unsound = new TreeMap<>();
        for (String code : feeds.broken().keySet()) {
            Map<Level, Integer> precedence =
                    feeds.stated(code).map(FeedDefinition::precedence).orElse(Map.of());
            unsound.put(code, new FeedTerms(precedence, feeds.authority(code)));
        }
        return unsound;
    }

    /// Read each time, like the policies.
    @Produces
    @Singleton
    FeedsOnFile feedsOnFile(WorkConfig work) {
        return () -> {
            try {
                return sound(feeds(work));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        };
    }

    @Produces
    @Singleton
    RoleRulings roles(Policies policies) {
        return (policy, facts) -> policies.numbered(policy).isRoleRuled(facts);
    }

    @Produces
    @Singleton
    MatchingTrial matchingTrial(WorkConfig work) {
        Path folder = MatchingFiles.ofProject(work.project()).folder();
        return version -> {
            try {
                return new MatchingExamples(folder, List.of(version))
                        .run().stream().flatMap(one -> one.problems().stream()).toList();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        };
    }

    @Produces
    @Singleton
    TimedInterpreting timed(ChunkInterpreter interpreting, WorkConfig work) {
        return new TimedInterpreting(interpreting, work.interpretMax());
    }

    /// By the clock on the wall: it tells of waiting, not of records.
    @Produces
    @Singleton
    FeedActivity feedActivity() {
        return new FeedActivity(System::nanoTime);
    }

    @Produces
    @Singleton
    Backlog backlog(WorkConfig work) {
        return new Backlog(work.backlogMax(), InstantSource.system());
    }

    @Produces
    @Singleton
    ProcessChunk processing(
            Chunks chunks, ProcessChunk.Stages stages, LedgerLock lock, Backlog backlog) {
        return new ProcessChunk(
                chunks, stages, lock, backlog, Infrastructure.getDefaultWorkerPool());
    }

    @Produces
    @Singleton
    RosterIntake roster(
            RosterReading reading, RosterStore store, LedgerLock lock, PostingService postings) {
        return new ImportRoster(
                reading, store, lock, postings, Infrastructure.getDefaultWorkerPool());
    }

    @Produces
    @Singleton
    ImportProgrammes programmes(RegisterReading reading, ChangeRegister register) {
        return new ImportProgrammes(reading, register, Infrastructure.getDefaultWorkerPool());
    }

    @Produces
    @Singleton
    ImportEnrolments enrolments(
            EnrolmentReading reading,
            EnrolmentLists lists,
            TeacherIndex teachers,
            IdProtection ids) {
        return new ImportEnrolments(
                reading, lists, teachers, ids, Infrastructure.getDefaultWorkerPool());
    }

    @Produces
    @Singleton
    ExpectationQuery expectations(
            Expectations expectations,
            RegisterVersions register,
            TeacherIndex head,
            Policies policies,
            InstantSource clock,
            ExpectationConfig config) {
        return new ExpectationQuery(
                expectations,
                () -> head.identify(List.of()).chain(now -> register.at(now.matching())),
                () -> policies.dayOf(clock.instant()),
                config.graceDays());
    }

    @Produces
    @Singleton
    AdjustmentBounds adjustments(ReconciliationConfig config) {
        return new AdjustmentBounds(Credits.rounded(config.fourEyesAbove()));
    }

    @Produces
    @Singleton
    DryRun dryRun(Feeds feeds, Reading reading, ProcessChunk processing, InstantSource clock) {
        return new DeliveryDryRun(
                feeds, reading, processing, clock, Infrastructure.getDefaultWorkerPool());
    }

    @Produces
    @Singleton
    ExplainAward awards(
            Provenance provenance,
            RecordReread reading,
            StatementQuery statements,
            Policies policies,
            MatchingBook matching) {
        return new ExplainAward(
                provenance,
                reading,
                statements,
                policies,
                matching,
                Infrastructure.getDefaultWorkerPool());
    }
}
