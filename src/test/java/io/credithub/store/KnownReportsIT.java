package io.credithub.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.report.ReportName;
import io.credithub.fixtures.RuleSets;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.report.ReportFormat;
import io.credithub.flow.report.ReportQuestion;
import io.credithub.flow.report.ReportSource;
import io.credithub.flow.statement.KeepVerdicts;
import io.credithub.flow.statement.VerdictBook.BookStep;
import io.credithub.mapping.policy.PolicyFiles;
import io.credithub.store.connection.KnownMoments;
import io.credithub.store.connection.Snapshots;
import io.credithub.store.rules.PostgresPolicies;
import io.credithub.store.statement.PostgresVerdictBook;
import io.credithub.testing.ApartFromOthers;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every report, made once more as known on the moment of the first: the same bytes, whatever has
/// changed.
@ApartFromOthers
final class KnownReportsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int YEAR = 2022;
    private static final List<String> DIVISIONS = List.of("140105", "140100", "140000");

    @TempDir static Path home;

    private static LawRegistry registry;
    private static KnownMoments moments;
    private static KeepVerdicts verdicts;
    private static KnownSources reports;
    private static long delivery;
    private static int run;
    private static int recomputation;

    @BeforeAll
    static void start() throws SQLException, IOException {
        registry = new LawRegistry(home, Vertx.vertx());
        PostgresPolicies policies = new PostgresPolicies(registry.pool());
        wait(policies.learn(RuleSets.shanxi(), PolicyFiles::again));
        moments = new KnownMoments(registry.pool());
        verdicts =
                new KeepVerdicts(
                        new PostgresVerdictBook(registry.pool()), policies, InstantSource.system());
        reports = new KnownSources(registry.pool(), policies, verdicts);
    }

    @AfterAll
    static void end() throws SQLException {
        registry.close();
    }

    @BeforeEach
    void plant() throws SQLException {
        registry.run("delete from recon_break; delete from reconciliation_run_sum;");
        registry.run("delete from reconciliation_run;");
        PlantedPaper.gone(registry);
        registry.empty();
        PlantedYear planted = new PlantedYear(registry);
        planted.plant();
        recomputation = new PlantedPaper(planted).plant();
        planted.cells();
        delivery = planted.first;
        run = registry.number("select id from reconciliation_run where division = '140100'");
        registry.run(
                """
                insert into ledger_block (no, first_seq, entries, credits, previous, hash)
                values (1, 1, 5, 0, '', 'a'), (2, 6, 4, 0, '', decode(repeat('ab', 32), 'hex'));
                insert into reconciliation_run_sum values (%1$d, '140105', 16, 2, 1, 3, 120);
                insert into finding (delivery_id, position, record_id, code, field)
                values (%2$d, 1, 'r', 'HUB-1003', '/hours')\
                """
                        .formatted(run, delivery));
        settle();
    }

    private static void settle() {
        while (wait(verdicts.step()) != BookStep.DONE) {}
    }

    private static <T> T wait(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }

    /// As the hub reads: by the tables where nothing has changed, else by the history.
    private static Snapshots asMade() {
        return new PooledSnapshots(registry.pool(), moments::enter);
    }

    private static Snapshots asKnown() {
        return new PooledSnapshots(registry.pool(), KnownMoments::past);
    }

    @Test
    void everyReportIsAmongThem() {
        assertThat(reports.by(asKnown()).stream().map(ReportSource::name))
                .containsExactlyInAnyOrder(ReportName.values());
    }

    private static ReportQuestion question(ReportSource source, String division, Instant asOf) {
        Integer year = source.name() == ReportName.TEACHERS ? null : (Integer) YEAR;
        return new ReportQuestion(
                source.name(),
                new Jurisdiction(division),
                year,
                terms(source.name()),
                "a key",
                asOf);
    }

    /// What a report has to be narrowed by. One that is new does not compile before it is said.
    private static Map<String, String> terms(ReportName name) {
        return switch (name) {
            case STATEMENT, ROLL_UP, TEACHERS, BREAKS, SOURCES, STATISTICS, NATIONAL_EXPORT ->
                    Map.of();
            case RUN_SUMMARY -> Map.of("run", String.valueOf(run));
            case DELIVERY_RECEIPT -> Map.of("delivery", String.valueOf(delivery));
            case RULE_IMPACT -> Map.of("recomputation", String.valueOf(recomputation));
            case TEACHER_STATEMENT -> Map.of("teacher", PlantedPaper.TEACHER);
            case CERTIFICATE -> Map.of("number", PlantedPaper.CERTIFICATE);
        };
    }

    /// By report, division and format.
    private static Map<String, String> files(Snapshots snapshots, Instant asOf) {
        Map<String, String> files = new TreeMap<>();
        for (ReportSource source : reports.by(snapshots)) {
            for (String division : DIVISIONS) {
                for (ReportFormat format : List.of(ReportFormat.CSV, ReportFormat.JSON)) {
                    files.put(
                            source.name() + "-" + division + "-" + format,
                            KnownSources.file(source, question(source, division, asOf), format));
                }
            }
        }
        return files;
    }

    /// With a record that comes.
    private static void changeEverything() throws SQLException {
        PlantedRows rows = new PlantedRows(registry);
        long more = rows.delivery("two", "2023-05-03");
        int both = registry.number("select id from teacher where teacher_no = 'both'");
        rows.record("later", "two", more, both);
        registry.run(KnownChanges.of(run, delivery, recomputation));
        new PlantedYear(registry).cells();
        settle();
    }

    @Test
    void aReportAsKnownThenIsTheSameBytesAsThen() throws SQLException {
        Instant then = wait(moments.now());
        Map<String, String> made = files(asMade(), then);
        assertThat(differing(files(asKnown(), then), made)).as("before a change").isEmpty();
        changeEverything();
        Instant now = wait(moments.now());
        Map<String, String> anew = files(asMade(), now);
        assertThat(anew).hasSameSizeAs(made);
        made.forEach((name, file) ->
                assertThat(told(anew.getOrDefault(name, ""))).as(name).isNotEqualTo(told(file)));
        assertThat(differing(files(asMade(), then), made)).as("as known then").isEmpty();
        assertThat(differing(files(asKnown(), now), anew)).as("as known now").isEmpty();
    }

    /// Which files are not the same bytes.
    private static List<String> differing(Map<String, String> some, Map<String, String> others) {
        assertThat(some).hasSameSizeAs(others);
        return others.keySet().stream()
                .filter(name -> !Objects.equals(some.get(name), others.get(name)))
                .toList();
    }

    /// Without its own moment, at which two reports differ always.
    private static String told(String file) {
        return file.replaceAll("\"asOf[^,]*,", "").replaceAll("\"moment[^}]*}", "");
    }

    /// Some write and wait before they commit, so that what is stamped early is seen late.
    private static void write(AtomicBoolean isOver, long seed) {
        Random dice = new Random(seed);
        var access = registry.access();
        try (Connection writer =
                        DriverManager.getConnection(
                                access.jdbcUrl(), access.app().user(), access.app().password());
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            while (!isOver.get()) {
                statement.execute(
                        "update completion set credits = credits + 1, hours = hours + 100"
                                + " where position % 3 = "
                                + dice.nextInt(3)
                                + " and position % 2 = "
                                + seed % 2);
                if (dice.nextInt(3) == 0) Thread.sleep(dice.nextInt(30));
                statement.execute(
                        """
                        update recon_break set credits_ours = coalesce(credits_ours, 0) + 1
                        where identity in (select identity from recon_break
                            order by identity limit 2 offset %d for update skip locked)\
                        """
                                .formatted(dice.nextInt(6)));
                if (dice.nextInt(3) == 0) Thread.sleep(dice.nextInt(30));
                statement.execute(KnownChanges.beside(run, delivery, recomputation));
                if (dice.nextInt(3) == 0) Thread.sleep(dice.nextInt(30));
                if (dice.nextInt(5) == 0) writer.rollback();
                else writer.commit();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatIsMadeWhileOthersWriteIsTheSameLater()
            throws InterruptedException, ExecutionException {
        long seed = System.nanoTime();
        AtomicBoolean isOver = new AtomicBoolean();
        Map<Instant, Map<String, String>> made = new TreeMap<>();
        try (ExecutorService writers = Executors.newFixedThreadPool(2)) {
            List<Future<?>> writing = new ArrayList<>();
            for (int n = 0; n < 2; n++) {
                long dice = seed + n;
                writing.add(writers.submit(() -> write(isOver, dice)));
            }
            for (int round = 0; round < 12; round++) {
                Instant then = wait(moments.now());
                made.put(then, some(asMade(), then));
                Instant asked = Instant.now().truncatedTo(ChronoUnit.MICROS);
                wait(moments.settled(asked));
                made.put(asked, some(asKnown(), asked));
            }
            isOver.set(true);
            for (Future<?> one : writing) one.get();
        }
        made.forEach((then, files) ->
                assertThat(some(asKnown(), then)).as("seed %d at %s", seed, then).isEqualTo(files));
        for (String name : made.values().iterator().next().keySet()) {
            assertThat(made.values().stream().map(files -> told(files.getOrDefault(name, ""))))
                    .as("%s, seed %d", name, seed)
                    .satisfies(all -> assertThat(Set.copyOf(all)).hasSizeGreaterThan(1));
        }
    }

    /// Those of which the writers change something, and nothing that postings would have counted.
    private static Map<String, String> some(Snapshots snapshots, Instant asOf) {
        Map<String, String> files = new TreeMap<>();
        for (ReportName name :
                List.of(
                        ReportName.STATISTICS,
                        ReportName.BREAKS,
                        ReportName.RUN_SUMMARY,
                        ReportName.DELIVERY_RECEIPT,
                        ReportName.RULE_IMPACT,
                        ReportName.TEACHER_STATEMENT,
                        ReportName.CERTIFICATE)) {
            ReportSource source = reports.by(snapshots, name);
            files.put(
                    name.name(),
                    KnownSources.file(source, question(source, "140000", asOf), ReportFormat.CSV));
        }
        return files;
    }
}
