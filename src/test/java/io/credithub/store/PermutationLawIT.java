package io.credithub.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.ledger.Precedence;
import io.credithub.flow.Account;
import io.credithub.flow.ChunkRef;
import io.credithub.flow.Content;
import io.credithub.flow.Delivery;
import io.credithub.flow.FeedDefinition.Format;
import io.credithub.flow.Feeds;
import io.credithub.flow.IdProtection;
import io.credithub.flow.ImportRoster;
import io.credithub.flow.Judging;
import io.credithub.flow.Landing;
import io.credithub.flow.Mapping;
import io.credithub.flow.Pen;
import io.credithub.flow.PolicyVersion;
import io.credithub.flow.PostRecords;
import io.credithub.flow.Posting;
import io.credithub.flow.ProcessChunk;
import io.credithub.flow.RawRecord;
import io.credithub.flow.Reading;
import io.credithub.flow.Reconcile;
import io.credithub.flow.RosterIntake;
import io.credithub.flow.RosterReading;
import io.credithub.flow.Settling;
import io.credithub.mapping.PolicyFiles;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The permutation law on PostgreSQL: the content of the ledger depends on the set of records and
/// the roster, never on order, repetition or batching.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PermutationLawIT {
    private static final int PERMUTATIONS = 100;
    private static final int AT_ONCE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-09-01T00:00:00Z");

    @Inject Feeds feeds;
    @Inject Reading reading;
    @Inject Mapping mapping;
    @Inject RosterReading rosterReading;
    @Inject IdProtection ids;
    @Inject Precedence precedence;
    @Inject PolicyVersion policy;
    @Inject Vertx vertx;
    @TempDir Path home;

    @Test
    void orderRepetitionAndBatchingDecideNothing() throws SQLException {
        LawRecords records = new LawRecords(new Random(2022));
        String expected = null;
        try (LawRegistry registry = new LawRegistry(home, vertx)) {
            for (long seed = 0; seed < PERMUTATIONS; seed++) {
                registry.empty();
                Way way = new Way(registry.pool()); // whose memory is of this registry
                way.take(records, new Random(seed));
                String content = content(registry, way);
                if (expected == null) expected = content;
                assertThat(content).as("seed %d", seed).isEqualTo(expected);
                assertThat(way.proof()).as("seed %d", seed).isEmpty();
            }
            assertThat(registry.rows("select distinct state from completion order by 1"))
                    .as("every state is met")
                    .containsExactly("1|", "2|", "3|", "4|", "5|");
            assertThat(registry.rows("select kind from ledger_entry where kind = 2")).isNotEmpty();
        }
    }

    private static String content(LawRegistry registry, Way way) throws SQLException {
        List<String> lines = registry.content();
        lines.addAll(way.sums(registry.teachers()));
        return String.join("\n", lines);
    }

    /// From a delivery to the ledger, over one registry, by two processes of which each has a pen
    /// and works on several chunks at once.
    private final class Way {
        private final Landing landing;
        private final RosterIntake roster;
        private final List<ProcessChunk> processes;
        private final Pen pen;
        private final Reconcile reconcile;
        private final List<ChunkRef> landed = new ArrayList<>();
        private int cut = 1;

        Way(Pool pool) {
            InstantSource clock = InstantSource.fixed(NOW);
            Executor workers = Infrastructure.getDefaultWorkerPool();
            FeedNumbers numbers = new FeedNumbers(pool, feeds);
            PostgresPolicies policies = new PostgresPolicies(pool);
            wait(numbers.learned().chain(() -> policies.learn(policy, PolicyFiles::again)));
            PostgresChunks chunks = new PostgresChunks(pool, numbers, feeds);
            pen = new PostgresPen(pool, numbers, ids);
            landing = new PostgresLanding(pool, numbers, feeds, new OtherCuts(), landed::add);
            Settling settling = new Settling(policies, clock);
            ProcessChunk.Stages stages =
                    new ProcessChunk.Stages(
                            chunks,
                            new Judging(reading, mapping, policies, ids),
                            new PostgresProgrammes(pool),
                            new PostRecords(settling, precedence));
            processes =
                    Stream.of(pen, new PostgresPen(pool, numbers, ids))
                            .map(one -> new ProcessChunk(stages, one, workers))
                            .toList();
            roster = new ImportRoster(rosterReading, pen, settling, precedence, workers);
            reconcile = new Reconcile(new PostgresReconciliation(pool), clock);
        }

        /// Rosters and deliveries as they come, and between them chunks in any order.
        void take(LawRecords records, Random random) {
            cut = 2 + random.nextInt(20);
            List<Runnable> events = new ArrayList<>();
            for (Delivery delivery : records.permuted(random)) {
                events.add(() -> wait(landing.land(delivery)));
            }
            for (String csv : List.of(records.roster(), records.lateRoster())) {
                Content content = Content.of(csv.getBytes(StandardCharsets.UTF_8));
                events.add(
                        random.nextInt(events.size() + 1), () -> wait(roster.importCsv(content)));
            }
            for (Runnable event : events) {
                event.run();
                while (!landed.isEmpty() && random.nextInt(3) > 0) work(random);
            }
            while (!landed.isEmpty()) work(random);
        }

        /// A few chunks at once, some of them by both processes.
        private void work(Random random) {
            List<Uni<Posting>> works = new ArrayList<>();
            for (int i = random.nextInt(AT_ONCE); i >= 0 && !landed.isEmpty(); i--) {
                ChunkRef chunk = landed.remove(random.nextInt(landed.size()));
                int process = random.nextInt(processes.size());
                works.add(processes.get(process).work(chunk));
                if (random.nextInt(10) == 0) works.add(processes.get(1 - process).work(chunk));
            }
            wait(Uni.join().all(works).andCollectFailures());
        }

        /// The claims of the reconciliation that do not hold.
        List<String> proof() {
            return wait(reconcile.reconcile(true)).invariants().stream()
                    .filter(claim -> !claim.holds())
                    .map(claim -> claim.claim() + " " + claim.figures())
                    .toList();
        }

        /// Tallies, and records by feed and year, read as posting reads them.
        ///
        /// @param teachers their numbers, by teacher
        List<String> sums(Map<String, Integer> teachers) {
            Map<Integer, String> sums = new TreeMap<>();
            for (Account account :
                    wait(pen.rehearse(1, held -> held.accounts(teachers.values())))) {
                Map<Integer, String> cycles = new TreeMap<>();
                account.cycles()
                        .forEach((cycle, kept) ->
                                cycles.put(cycle, kept.tally() + " " + text(kept.counts())));
                sums.put(account.teacher(), cycles.toString());
            }
            return teachers.entrySet().stream()
                    .map(teacher -> teacher.getKey() + " " + sums.get(teacher.getValue()))
                    .toList();
        }

        private <T> T wait(Uni<T> work) {
            return work.await().atMost(PATIENCE);
        }

        /// Cuts chunks of the size that a permutation asks for.
        private final class OtherCuts implements Reading {
            @Override
            public Cuts cut(Format format, @Nullable String charset, Content content, int max)
                    throws IOException {
                return reading.cut(format, charset, content, Math.min(cut, max));
            }

            @Override
            public List<RawRecord> read(Source source, Slice slice) {
                return reading.read(source, slice);
            }
        }
    }

    /// Places that hold nothing yet are as good as none.
    private static String text(int[] counts) {
        int length = counts.length;
        while (length > 0 && counts[length - 1] == 0) length--;
        return Arrays.toString(Arrays.copyOf(counts, length));
    }
}
