package io.credithub.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Text;
import io.credithub.domain.report.ReportName;
import io.credithub.fakes.PlainFeeds;
import io.credithub.fixtures.RuleSets;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.report.PlaceNames;
import io.credithub.flow.report.ReportFormat;
import io.credithub.flow.report.ReportLanguage;
import io.credithub.flow.report.ReportQuestion;
import io.credithub.flow.report.ReportSource;
import io.credithub.flow.report.ReportWriter;
import io.credithub.flow.report.WriteReport;
import io.credithub.flow.report.head.ReportHeads;
import io.credithub.flow.report.national.NationalExportSource;
import io.credithub.flow.report.table.BreakReportSource;
import io.credithub.flow.report.table.DeliveryReceiptSource;
import io.credithub.flow.report.table.RunSummarySource;
import io.credithub.flow.report.table.SourceScoreSource;
import io.credithub.flow.report.table.TrainingStatisticSource;
import io.credithub.flow.report.teacher.TeacherReportSource;
import io.credithub.flow.report.year.AfterSigning;
import io.credithub.flow.report.year.RollUpReport;
import io.credithub.flow.report.year.StatementReport;
import io.credithub.flow.statement.KeepVerdicts;
import io.credithub.flow.statement.ListTeachers;
import io.credithub.flow.statement.VerdictBook.BookStep;
import io.credithub.mapping.policy.PolicyFiles;
import io.credithub.report.CsvReport;
import io.credithub.report.JsonReport;
import io.credithub.security.PayloadVault;
import io.credithub.store.breaks.PostgresKnownRuns;
import io.credithub.store.connection.KnownMoments;
import io.credithub.store.connection.Snapshots;
import io.credithub.store.delivery.PostgresKnownDeliveries;
import io.credithub.store.report.PostgresBasisReading;
import io.credithub.store.report.PostgresBreakReportFigures;
import io.credithub.store.report.PostgresNationalExportFigures;
import io.credithub.store.report.PostgresSourceScoreFigures;
import io.credithub.store.report.PostgresTrainingStatisticFigures;
import io.credithub.store.report.PostgresYearFigures;
import io.credithub.store.rules.PostgresPolicies;
import io.credithub.store.statement.PostgresKnownTeacherLists;
import io.credithub.store.statement.PostgresTeacherLists;
import io.credithub.store.statement.PostgresVerdictBook;
import io.credithub.testing.ApartFromOthers;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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
    private static final PlaceNames NAMES = division -> new Text("区" + division, division);

    @TempDir static Path home;

    private static LawRegistry registry;
    private static PostgresPolicies policies;
    private static KnownMoments moments;
    private static KeepVerdicts verdicts;
    private static long delivery;
    private static int run;

    @BeforeAll
    static void start() throws SQLException, IOException {
        registry = new LawRegistry(home, Vertx.vertx());
        policies = new PostgresPolicies(registry.pool());
        wait(policies.learn(RuleSets.shanxi(), PolicyFiles::again));
        moments = new KnownMoments(registry.pool());
        verdicts =
                new KeepVerdicts(
                        new PostgresVerdictBook(registry.pool()), policies, InstantSource.system());
    }

    @AfterAll
    static void end() throws SQLException {
        registry.close();
    }

    @BeforeEach
    void plant() throws SQLException {
        registry.run("delete from recon_break; delete from reconciliation_run_sum;");
        registry.run("delete from reconciliation_run;");
        registry.empty();
        PlantedYear planted = new PlantedYear(registry);
        planted.plant();
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

    /// One teacher's, and one recomputation's.
    private static final Set<ReportName> OF_ONE =
            EnumSet.of(
                    ReportName.RULE_IMPACT, ReportName.TEACHER_STATEMENT, ReportName.CERTIFICATE);

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

    private static List<ReportSource> sources(Snapshots snapshots) {
        ReportHeads heads = new ReportHeads(NAMES, policies, new PostgresBasisReading(snapshots));
        ListTeachers lists =
                new ListTeachers(
                        new PostgresTeacherLists(registry.pool()),
                        verdicts,
                        policies,
                        InstantSource.system());
        PostgresYearFigures years = new PostgresYearFigures(snapshots);
        return List.of(
                new StatementReport(years, heads, AfterSigning.NEVER),
                new RollUpReport(years, heads),
                new TeacherReportSource(new PostgresKnownTeacherLists(snapshots), lists, heads),
                new BreakReportSource(
                        new PostgresBreakReportFigures(snapshots), PlainFeeds.of(), heads),
                new SourceScoreSource(new PostgresSourceScoreFigures(snapshots), heads),
                new TrainingStatisticSource(new PostgresTrainingStatisticFigures(snapshots), heads),
                new NationalExportSource(new PostgresNationalExportFigures(snapshots), heads),
                new RunSummarySource(new PostgresKnownRuns(snapshots), heads),
                new DeliveryReceiptSource(
                        new PostgresKnownDeliveries(snapshots, PayloadVault.of(new byte[32])),
                        heads));
    }

    @Test
    void everyReportOfADivisionIsAmongThem() {
        EnumSet<ReportName> all = EnumSet.allOf(ReportName.class);
        all.removeAll(OF_ONE);
        assertThat(sources(asKnown()).stream().map(ReportSource::name))
                .containsExactlyInAnyOrderElementsOf(all);
    }

    private static ReportQuestion question(ReportSource source, String division, Instant asOf) {
        Map<String, String> terms = new TreeMap<>();
        if (source.name() == ReportName.RUN_SUMMARY) terms.put("run", String.valueOf(run));
        if (source.name() == ReportName.DELIVERY_RECEIPT) {
            terms.put("delivery", String.valueOf(delivery));
        }
        Integer year = source.name() == ReportName.TEACHERS ? null : (Integer) YEAR;
        return new ReportQuestion(
                source.name(), new Jurisdiction(division), year, terms, "a key", asOf);
    }

    /// By report, division and format.
    private static Map<String, String> files(Snapshots snapshots, Instant asOf) {
        Map<String, String> files = new TreeMap<>();
        for (ReportSource source : sources(snapshots)) {
            for (String division : DIVISIONS) {
                for (ReportFormat format : List.of(ReportFormat.CSV, ReportFormat.JSON)) {
                    files.put(
                            source.name() + "-" + division + "-" + format,
                            file(source, question(source, division, asOf), format));
                }
            }
        }
        return files;
    }

    private static String file(ReportSource source, ReportQuestion question, ReportFormat format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportWriter writer =
                format == ReportFormat.CSV
                        ? new CsvReport(out, ReportLanguage.BOTH)
                        : new JsonReport(out, ReportLanguage.BOTH);
        wait(
                source.open(question)
                        .chain(document ->
                                new WriteReport(Runnable::run).write(document, writer, _ -> {})));
        return out.toString(StandardCharsets.UTF_8);
    }

    /// With a record that comes.
    private static void changeEverything() throws SQLException {
        PlantedRows rows = new PlantedRows(registry);
        long more = rows.delivery("two", "2023-05-03");
        int both = registry.number("select id from teacher where teacher_no = 'both'");
        rows.record("later", "two", more, both);
        registry.run(KnownChanges.of(run, delivery));
        new PlantedYear(registry).cells();
        settle();
    }

    @Test
    void aReportAsKnownThenIsTheSameBytesAsThen() throws SQLException {
        Instant then = wait(moments.now());
        Map<String, String> made = files(asMade(), then);
        assertThat(files(asKnown(), then)).as("before anything changed").isEqualTo(made);
        changeEverything();
        Instant now = wait(moments.now());
        Map<String, String> anew = files(asMade(), now);
        assertThat(anew).hasSameSizeAs(made);
        made.forEach((name, file) ->
                assertThat(told(anew.getOrDefault(name, ""))).as(name).isNotEqualTo(told(file)));
        assertThat(files(asMade(), then)).as("as known then").isEqualTo(made);
        assertThat(files(asKnown(), now)).as("as known now").isEqualTo(anew);
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
                        "update completion set credits = credits + 1 where position % 3 = "
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
    }

    private static Map<String, String> some(Snapshots snapshots, Instant asOf) {
        Map<String, String> files = new TreeMap<>();
        for (ReportSource source : sources(snapshots)) {
            boolean isAmong =
                    source.name() == ReportName.STATISTICS || source.name() == ReportName.BREAKS;
            if (!isAmong) continue;
            files.put(
                    source.name().name(),
                    file(source, question(source, "140000", asOf), ReportFormat.CSV));
        }
        return files;
    }
}
