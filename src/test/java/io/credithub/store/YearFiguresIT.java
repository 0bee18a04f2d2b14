package io.credithub.store;

import static io.credithub.fixtures.PlaceFigures.inForce;
import static io.credithub.fixtures.PlaceFigures.sums;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.domain.Text;
import io.credithub.domain.reconcile.BreakCode;
import io.credithub.domain.reconcile.BreakOwner;
import io.credithub.domain.reconcile.BreakState;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportHead;
import io.credithub.domain.report.ReportName;
import io.credithub.fixtures.ReadDocument;
import io.credithub.fixtures.RuleSets;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.delivery.DivisionSums;
import io.credithub.flow.delivery.Hours;
import io.credithub.flow.reconciliation.DivisionProof;
import io.credithub.flow.reconciliation.FeedShare;
import io.credithub.flow.reconciliation.PlaceSums;
import io.credithub.flow.reconciliation.Reconcile;
import io.credithub.flow.reconciliation.Reconciliation;
import io.credithub.flow.report.ReportQuestion;
import io.credithub.flow.report.head.BasisQuestion;
import io.credithub.flow.report.head.ReportBasis;
import io.credithub.flow.report.head.ReportBasis.LookedAt;
import io.credithub.flow.report.head.ReportHeads;
import io.credithub.flow.report.year.AfterSigning;
import io.credithub.flow.report.year.RollUpFigures.OpenBreaks;
import io.credithub.flow.report.year.RollUpReport;
import io.credithub.flow.report.year.StatementFigures;
import io.credithub.flow.report.year.StatementFigures.FeedYear;
import io.credithub.flow.report.year.StatementFigures.RosterPart;
import io.credithub.flow.report.year.StatementFigures.TalliedBreaks;
import io.credithub.flow.report.year.StatementReport;
import io.credithub.flow.report.year.YearFigures.YearScope;
import io.credithub.flow.roster.RosterRow.TeacherStatus;
import io.credithub.mapping.policy.PolicyFiles;
import io.credithub.security.PayloadVault;
import io.credithub.store.reconciliation.PostgresReconciliation;
import io.credithub.store.report.PostgresBasisReading;
import io.credithub.store.report.PostgresYearFigures;
import io.credithub.store.rules.PostgresPolicies;
import io.credithub.testing.ApartFromOthers;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Statements and roll-ups of a registry with planted records: every figure, and the proof's beside
/// it.
@ApartFromOthers
final class YearFiguresIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant NOW = Instant.parse("2023-08-01T04:00:00Z");
    private static final Instant RUN_AT = Instant.parse("2023-06-02T04:00:00Z");
    private static final Jurisdiction COUNTY = new Jurisdiction("140105");
    private static final Jurisdiction CITY = new Jurisdiction("140100");
    private static final Jurisdiction PROVINCE = new Jurisdiction("140000");
    private static final Jurisdiction NEXT = new Jurisdiction("140106");
    private static final int YEAR = 2022;
    private static final List<ReportFigure> PEOPLE =
            List.of(ReportFigure.TEACHERS, ReportFigure.TEACHERS_IN_FORCE, ReportFigure.SHARE);
    private static final List<ReportFigure> RECORDS =
            List.of(
                    ReportFigure.IN_FORCE,
                    ReportFigure.ASIDE,
                    ReportFigure.HELD,
                    ReportFigure.REFUSED,
                    ReportFigure.HOURS,
                    ReportFigure.CREDITS);
    private static final ReportBasis BASIS =
            new ReportBasis(9, 2, "ab".repeat(32), 4, 5, 1, new LookedAt(2, RUN_AT, 7));

    @TempDir static Path home;

    private static LawRegistry registry;
    private static PostgresYearFigures figures;
    private static PostgresPolicies policies;
    private static Reconcile proofs;
    private static ReportHeads heads;

    @BeforeAll
    static void start() throws SQLException, IOException {
        registry = new LawRegistry(home, Vertx.vertx());
        policies = new PostgresPolicies(registry.pool());
        wait(policies.learn(RuleSets.shanxi(), PolicyFiles::again));
        PooledSnapshots snapshots = new PooledSnapshots(registry.pool());
        figures = new PostgresYearFigures(snapshots);
        heads =
                new ReportHeads(
                        YearFiguresIT::title, policies, new PostgresBasisReading(snapshots));
        proofs =
                new Reconcile(
                        new PostgresReconciliation(snapshots, PayloadVault.of(new byte[32])),
                        policies,
                        InstantSource.fixed(NOW));
        new PlantedYear(registry).plant();
    }

    @AfterAll
    static void end() throws SQLException {
        registry.close();
    }

    private static <T> T wait(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }

    private static YearScope scope(Jurisdiction within, int year) {
        return new YearScope(
                within,
                within.covers(PROVINCE.divisionCode()),
                year,
                new BasisQuestion(within, PROVINCE.divisionCode(), year, NOW));
    }

    /// One teacher, with placed records or without.
    private static RosterPart part(
            TeacherStatus status, String school, @Nullable String name, DivisionSums sums) {
        long withRecords = sums.equals(DivisionSums.NONE) ? 0 : 1;
        return new RosterPart(status, school, name, 1, withRecords, sums);
    }

    private static TalliedBreaks tally(
            BreakCode code, BreakOwner owner, BreakState state, long breaks, long inQuestion) {
        return new TalliedBreaks(code, owner, state, breaks, new Credits(inQuestion));
    }

    @Test
    void aCountysYearIsCountedWhole() {
        DivisionSums two =
                sums(1, new long[] {1, 1, 1, 1}, new long[] {1050, 3900, 4000, 4000}, 350);
        List<FeedYear> feeds =
                List.of(
                        new FeedYear("one", inForce(2, 2, 8000, 3200), inForce(1, 1, 2000, 800), 0),
                        new FeedYear("two", two, DivisionSums.NONE, 1));
        assertThat(wait(figures.statement(scope(COUNTY, YEAR), NOW)))
                .isEqualTo(
                        new StatementFigures(
                                feeds,
                                List.of(),
                                countysBreaks(),
                                countysRoster(),
                                List.of(county()),
                                BASIS));
    }

    private static List<RosterPart> countysRoster() {
        DivisionSums both = sums(1, new long[] {2, 1, 0, 0}, new long[] {5050, 3900, 0, 0}, 1950);
        DivisionSums held = sums(0, new long[] {0, 0, 1, 0}, new long[] {0, 0, 4000, 0}, 0);
        DivisionSums refused = sums(0, new long[] {0, 0, 0, 1}, new long[] {0, 0, 0, 4000}, 0);
        return List.of(
                part(TeacherStatus.ACTIVE, "", null, DivisionSums.NONE),
                part(TeacherStatus.ACTIVE, "S-1", "一中", both),
                part(TeacherStatus.ACTIVE, "S-2", "二中", DivisionSums.NONE),
                part(TeacherStatus.LEFT, "S-2", "二中", refused),
                part(TeacherStatus.NEW, "S-1", "一中", held),
                part(TeacherStatus.SECONDED, "S-2", null, inForce(1, 1, 4000, 1600)));
    }

    private static List<TalliedBreaks> countysBreaks() {
        return List.of(
                tally(BreakCode.HOURS, BreakOwner.SOURCE, BreakState.OPEN, 2, 80),
                tally(BreakCode.HOURS, BreakOwner.SOURCE, BreakState.ACCEPTED, 1, 0),
                tally(BreakCode.HOURS, BreakOwner.SOURCE, BreakState.CORRECTED, 1, 0),
                tally(BreakCode.HOURS, BreakOwner.COUNTY, BreakState.OPEN, 1, 0),
                tally(BreakCode.DUPLICATE_ACROSS_SOURCES, BreakOwner.HUB, BreakState.TOLD, 1, 0));
    }

    private static PlaceSums county() {
        return new PlaceSums(
                "140105",
                6L,
                2,
                3,
                1,
                1,
                1,
                new Hours(9050),
                new Hours(3900),
                new Hours(4000),
                new Hours(4000),
                new Credits(3550));
    }

    @Test
    void theTotalsOfAYearAreTheProofs() {
        for (Jurisdiction within : List.of(COUNTY, CITY, PROVINCE)) {
            DivisionProof proof = wait(proofs.reconcile(within, true));
            assertThat(proof.invariants())
                    .filteredOn(claim -> claim.code().equals("recount"))
                    .allMatch(claim -> claim.holds());
            StatementFigures now = wait(figures.statement(scope(within, YEAR), NOW));
            StatementFigures before = wait(figures.statement(scope(within, YEAR - 1), NOW));
            assertThat(feeds(now, before)).as(within.toString()).isEqualTo(proof.feeds());
            PlaceSums year = of(proof.years(), String.valueOf(YEAR));
            ReadDocument statement = statement(within);
            assertThat(totals(statement))
                    .isEqualTo(
                            List.of(
                                    year.inForce(),
                                    year.aside(),
                                    year.held(),
                                    year.refused(),
                                    year.inForceHours().hundredths(),
                                    year.credits().hundredths()));
            assertThat(statement.total("coverage", ReportFigure.TEACHERS_IN_FORCE))
                    .isEqualTo(year.teachersInForce());
            assertThat(statement.total("coverage", ReportFigure.TEACHERS))
                    .isEqualTo(proof.counties().stream().mapToLong(YearFiguresIT::teachers).sum());
        }
    }

    private static List<Long> totals(ReadDocument statement) {
        return RECORDS.stream().map(figure -> statement.total("sources", figure)).toList();
    }

    private static long teachers(PlaceSums place) {
        Long teachers = place.teachers();
        return teachers == null ? 0 : teachers;
    }

    /// Two school years together.
    private static List<FeedShare> feeds(StatementFigures now, StatementFigures before) {
        List<FeedShare> shares = new ArrayList<>();
        for (FeedYear feed : now.feeds()) {
            assertThat(before.feeds())
                    .filteredOn(other -> other.feed().equals(feed.feed()))
                    .allMatch(other -> other.now().equals(feed.before()));
            shares.add(new FeedShare(feed.feed(), feed.now().plus(feed.before())));
        }
        return shares;
    }

    private static PlaceSums of(List<PlaceSums> places, String key) {
        return places.stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
    }

    @Test
    void wholeDeliveriesAreToldOfTheWholeAlone() {
        Reconciliation proof = wait(proofs.reconcile(false));
        assertThat(wait(figures.statement(scope(PROVINCE, YEAR), NOW)).deliveries())
                .isEqualTo(proof.feeds());
        assertThat(statement(PROVINCE).total("deliveries", ReportFigure.DECLARED)).isEqualTo(3);
        assertThat(wait(figures.statement(scope(CITY, YEAR), NOW)).deliveries()).isEmpty();
    }

    @Test
    void aRollUpHasTheStatementsTotals() {
        Map<ReportFigure, String> tables = new EnumMap<>(ReportFigure.class);
        for (ReportFigure figure : PEOPLE) tables.put(figure, "coverage");
        for (ReportFigure figure : RECORDS) tables.put(figure, "sources");
        tables.put(ReportFigure.OPEN_BREAKS, "breaks");
        tables.put(ReportFigure.IN_QUESTION, "breaks");
        tables.remove(ReportFigure.REFUSED);
        for (Jurisdiction within : List.of(COUNTY, CITY, PROVINCE)) {
            ReadDocument statement = statement(within);
            ReadDocument rollUp = rollUp(within);
            tables.forEach((figure, table) ->
                    assertThat(rollUp.total("counties", figure))
                            .as("%s of %s", figure, within)
                            .isEqualTo(statement.total(table, figure)));
            ReportHead head = statement.document().head();
            assertThat(rollUp.document().head().figures()).isSubsetOf(head.figures());
            assertThat(headline(rollUp)).isEqualTo(headline(statement));
        }
    }

    @Test
    void openBreaksAreEachCountysAndWhatIsNobodysTheWholes() {
        assertThat(wait(figures.rollUp(scope(PROVINCE, YEAR), NOW)).breaks())
                .containsExactly(
                        new OpenBreaks("", 1, Credits.ZERO),
                        new OpenBreaks("140105", 3, new Credits(80)),
                        new OpenBreaks("140106", 1, new Credits(1)));
    }

    @Test
    void aProvincesCountiesStandUnderTheirCities() {
        ReadDocument rollUp = rollUp(PROVINCE);
        assertThat(rollUp.words("counties", "division"))
                .containsExactly("", "140105", "140106", "140202");
        assertThat(rollUp.words("cities", "division")).containsExactly("", "140100", "140200");
        assertThat(rollUp(CITY).tables()).containsExactly("counties");
    }

    @Test
    void aCountyWithoutAnybodySaysSo() {
        ReadDocument empty = statement(new Jurisdiction("140999"));
        assertThat(headline(empty)).endsWith("<140999>花名册上没有教师,也没有记录");
        assertThat(empty.tables()).allMatch(table -> empty.rows(table).isEmpty());
    }

    @Test
    void whatNoRunHasSeenIsSaid() {
        assertThat(headline(statement(COUNTY)))
                .isEqualTo(
                        "2022–2023学年,<140105> 6 名教师,参训 2 人(33.33%),入账 35.50 学分;未处理差异 3 项,"
                                + "存疑 0.80 学分;差异截至 2023-06-02 12:00 的对账,其后账本新增 2 笔,尚未对账");
        assertThat(headline(statement(PROVINCE))).endsWith(";尚未整体对账,差异不全");
        assertThat(headline(statement(NEXT))).endsWith("存疑 0.01 学分");
    }

    private static String headline(ReadDocument document) {
        return document.document().head().headline().zh();
    }

    private static ReportQuestion question(ReportName name, Jurisdiction within) {
        return new ReportQuestion(name, within, YEAR, Map.of(), "a key", NOW);
    }

    private static ReadDocument statement(Jurisdiction within) {
        return new ReadDocument(
                wait(
                        new StatementReport(figures, heads, AfterSigning.NEVER)
                                .open(question(ReportName.STATEMENT, within))));
    }

    private static ReadDocument rollUp(Jurisdiction within) {
        return new ReadDocument(
                wait(new RollUpReport(figures, heads).open(question(ReportName.ROLL_UP, within))));
    }

    private static Text title(String division) {
        return new Text("<" + division + ">", "<" + division + ">");
    }
}
