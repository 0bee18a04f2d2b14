package io.credithub.flow.report.year;

import static io.credithub.fixtures.PlaceFigures.inForce;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.domain.Text;
import io.credithub.domain.reconcile.BreakCode;
import io.credithub.domain.reconcile.BreakOwner;
import io.credithub.domain.reconcile.BreakState;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportHead.KeyFigure;
import io.credithub.domain.report.ReportName;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.review.SignedTotals.FigureChange;
import io.credithub.fakes.OnePolicy;
import io.credithub.fixtures.Policies;
import io.credithub.fixtures.ReadDocument;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.delivery.DivisionSums;
import io.credithub.flow.delivery.Hours;
import io.credithub.flow.reconciliation.PlaceSums;
import io.credithub.flow.report.ReportQuestion;
import io.credithub.flow.report.head.ReportBasis;
import io.credithub.flow.report.head.ReportBasis.LookedAt;
import io.credithub.flow.report.head.ReportHeads;
import io.credithub.flow.report.year.AfterSigning.SignedAdjustments;
import io.credithub.flow.report.year.RollUpFigures.OpenBreaks;
import io.credithub.flow.report.year.StatementFigures.FeedYear;
import io.credithub.flow.report.year.StatementFigures.RosterPart;
import io.credithub.flow.report.year.StatementFigures.TalliedBreaks;
import io.credithub.flow.roster.RosterRow.TeacherStatus;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class StatementReportTest {
    private static final OnePolicy POLICIES = new OnePolicy(Policies.shanxi());
    private static final Instant NOW = Instant.parse("2026-12-01T04:00:00Z");
    private static final Jurisdiction COUNTY = new Jurisdiction("140105");
    private static final Jurisdiction CITY = new Jurisdiction("140100");
    private static final Jurisdiction PROVINCE = new Jurisdiction("140000");

    private @Nullable LookedAt run = new LookedAt(12, NOW, 100);
    private AfterSigning signed = AfterSigning.NEVER;
    private final List<FeedYear> feeds = new ArrayList<>();
    private final List<TalliedBreaks> breaks = new ArrayList<>();
    private final List<RosterPart> roster = new ArrayList<>();
    private final List<PlaceSums> counties = new ArrayList<>();
    private final List<OpenBreaks> open = new ArrayList<>();

    private final class Told implements YearFigures {
        @Override
        public Uni<StatementFigures> statement(YearScope scope, Instant asOf) {
            return Uni.createFrom()
                    .item(
                            new StatementFigures(
                                    feeds, List.of(), breaks, roster, counties, basis()));
        }

        @Override
        public Uni<RollUpFigures> rollUp(YearScope scope, Instant asOf) {
            return Uni.createFrom().item(new RollUpFigures(counties, open, basis()));
        }
    }

    private ReportBasis basis() {
        return new ReportBasis(100, 7, "0123456789abcdef", 3, 5, 1, run);
    }

    private ReportHeads heads() {
        return new ReportHeads(this::title, POLICIES, _ -> Uni.createFrom().item(basis()));
    }

    private ReadDocument read(ReportName name, Jurisdiction within, @Nullable Integer year) {
        ReportQuestion question = new ReportQuestion(name, within, year, Map.of(), "a key", NOW);
        return new ReadDocument(
                (name == ReportName.STATEMENT
                                ? new StatementReport(new Told(), heads(), signed)
                                : new RollUpReport(new Told(), heads()))
                        .open(question)
                        .await()
                        .indefinitely());
    }

    private Text title(String division) {
        return division.equals("140105")
                ? new Text("小店区", "Xiaodian")
                : new Text(division, division);
    }

    private static PlaceSums place(String key, @Nullable Long teachers, long trained, long hours) {
        return new PlaceSums(
                key,
                teachers,
                trained,
                trained,
                0,
                0,
                0,
                new Hours(hours),
                Hours.NONE,
                Hours.NONE,
                Hours.NONE,
                new Credits(hours));
    }

    private static ReportRow row(Object... values) {
        List<ReportCell> cells = new ArrayList<>();
        for (Object value : values) {
            cells.add(
                    switch (value) {
                        case Integer amount -> ReportCell.of((long) amount);
                        case Text text -> ReportCell.of(text);
                        default -> ReportCell.of(value.toString());
                    });
        }
        return new ReportRow(cells);
    }

    private static RosterPart part(TeacherStatus status, String school, long teachers) {
        return new RosterPart(status, school, "一中", teachers, 0, DivisionSums.NONE);
    }

    @Test
    void theHeadlineSaysWhatAReaderWantsToKnow() {
        roster.add(
                new RosterPart(
                        TeacherStatus.ACTIVE, "S-1", "一中", 3412, 3350, inForce(3301, 9000, 0, 0)));
        feeds.add(new FeedYear("one", inForce(3301, 9000, 0, 4_121_050), DivisionSums.NONE, 0));
        breaks.add(
                new TalliedBreaks(
                        BreakCode.HOURS,
                        BreakOwner.SOURCE,
                        BreakState.OPEN,
                        226,
                        new Credits(120_400)));
        ReadDocument told = read(ReportName.STATEMENT, COUNTY, 2025);
        assertThat(told.document().head().headline())
                .isEqualTo(
                        new Text(
                                "2025–2026学年,小店区 3,412 名教师,参训 3,301 人(96.75%),入账 41,210.50 学分;"
                                        + "未处理差异 226 项,存疑 1,204.00 学分",
                                "School year 2025–2026: Xiaodian has 3,412 teachers, 3,301 of"
                                        + " them trained (96.75%); 41,210.50 credits in force;"
                                        + " 226 open breaks, 1,204.00 credits in question"));
    }

    /// Counts and amounts are numbers of their own kind, and the first line says that there are
    /// any.
    @Test
    void whatIsOtherThanWasSignedStandsInTheHeadlineAndInTablesOfItsOwn() {
        roster.add(part(TeacherStatus.ACTIVE, "S-1", 1));
        signed =
                (_, _) ->
                        Uni.createFrom()
                                .item(
                                        Optional.of(
                                                new SignedAdjustments(
                                                        2,
                                                        "ab",
                                                        List.of(
                                                                new FigureChange(
                                                                        ReportFigure.IN_FORCE,
                                                                        3,
                                                                        2),
                                                                new FigureChange(
                                                                        ReportFigure.CREDITS,
                                                                        1600,
                                                                        1200)))));
        ReadDocument told = read(ReportName.STATEMENT, COUNTY, 2025);
        assertThat(told.document().head().headline().zh()).endsWith(";签署第2版后有2项指标变动");
        assertThat(told.rows("adjustments"))
                .containsExactly(
                        row(
                                ReportFigure.IN_FORCE.term(),
                                new Text("人次", "person-times"),
                                "2",
                                3,
                                2,
                                -1));
        assertThat(told.rows("adjustedAmounts"))
                .containsExactly(
                        row(
                                ReportFigure.CREDITS.term(),
                                new Text("学分", "credits"),
                                "2",
                                1600,
                                1200,
                                -400));
    }

    @Test
    void whatNobodyHasLookedAtIsNoZero() {
        roster.add(part(TeacherStatus.ACTIVE, "S-1", 1));
        run = null;
        ReadDocument told = read(ReportName.STATEMENT, COUNTY, 2025);
        assertThat(told.document().head().headline().en())
                .isEqualTo(
                        "School year 2025–2026: Xiaodian has 1 teacher, 0 of them trained (0.00%);"
                                + " 0.00 credits in force; never reconciled, so breaks are"
                                + " unknown");
        assertThat(told.document().head().figures())
                .contains(new KeyFigure(ReportFigure.OPEN_BREAKS, ReportCell.NOTHING));
    }

    @Test
    void lastYearStandsBesideWithTheChange() {
        feeds.add(new FeedYear("one", inForce(2, 3, 900, 300), inForce(4, 5, 1000, 280), 1));
        feeds.add(new FeedYear("two", DivisionSums.NONE, inForce(1, 1, 100, 40), 0));
        ReadDocument told = read(ReportName.STATEMENT, COUNTY, 2025);
        assertThat(told.rows("sources"))
                .containsExactly(
                        row("one", 3, 0, 0, 0, 1, 900, 300, 2, 5, 1000, 280, -2, -100, 20),
                        row("two", 0, 0, 0, 0, 0, 0, 0, 0, 1, 100, 40, -1, -100, -40));
        assertThat(told.totals("sources"))
                .isEqualTo(row("", 3, 0, 0, 0, 1, 900, 300, "", 6, 1100, 320, -3, -200, -20));
    }

    @Test
    void aTeacherWithoutRecordsIsCoveredOnce() {
        roster.add(part(TeacherStatus.ACTIVE, "S-1", 1));
        roster.add(part(TeacherStatus.ACTIVE, "S-2", 2));
        roster.add(new RosterPart(TeacherStatus.NEW, "S-1", null, 3, 2, inForce(1, 1, 1000, 100)));
        ReadDocument told = read(ReportName.STATEMENT, COUNTY, 2025);
        assertThat(told.rows("coverage"))
                .containsExactly(
                        row(new Text("在职", "active"), 3, 0, 0, 0, 3),
                        row(new Text("新任", "new"), 3, 1, 3333, 2, 1));
        assertThat(told.totals("coverage")).isEqualTo(row("", 6, 1, 1667, 2, 4));
        assertThat(told.rows("schools"))
                .containsExactly(
                        row("S-1", "一中", 4, 1, 2500, 1, 1000, 100, 250),
                        row("S-2", "一中", 2, 0, 0, 0, 0, 0, 0));
        assertThat(told.document().head().figures())
                .contains(new KeyFigure(ReportFigure.WITHOUT_RECORDS, ReportCell.of(4)));
    }

    @Test
    void breaksStandByCodeAndOwner() {
        breaks.add(tally(BreakOwner.COUNTY, BreakState.OPEN, 1, 0));
        breaks.add(tally(BreakOwner.SOURCE, BreakState.OPEN, 2, 80));
        breaks.add(tally(BreakOwner.SOURCE, BreakState.ACCEPTED, 3, 0));
        breaks.add(tally(BreakOwner.SOURCE, BreakState.CORRECTED, 4, 0));
        breaks.add(tally(BreakOwner.SOURCE, BreakState.TOLD, 5, 0));
        Text kind = BreakCode.HOURS.text();
        assertThat(read(ReportName.STATEMENT, COUNTY, 2025).rows("breaks"))
                .containsExactly(
                        row("HOURS", kind, BreakOwner.SOURCE.text(), 2, 3, 4, 5, 80),
                        row("HOURS", kind, BreakOwner.COUNTY.text(), 1, 0, 0, 0, 0));
    }

    private static TalliedBreaks tally(
            BreakOwner owner, BreakState state, long breaks, long inQuestion) {
        return new TalliedBreaks(BreakCode.HOURS, owner, state, breaks, new Credits(inQuestion));
    }

    @Test
    void wholeDeliveriesAreASectionOfTheWholeAlone() {
        assertThat(read(ReportName.STATEMENT, COUNTY, null).tables())
                .containsExactly("sources", "breaks", "coverage", "schools");
        assertThat(read(ReportName.STATEMENT, CITY, null).tables())
                .containsExactly("sources", "breaks", "coverage", "counties");
        assertThat(read(ReportName.STATEMENT, PROVINCE, null).tables())
                .containsExactly("sources", "deliveries", "breaks", "coverage", "counties");
    }

    @Test
    void theYearThatIsRunningIsMeantWhereNoneIsNamed() {
        assertThat(read(ReportName.STATEMENT, COUNTY, null).document().head().period())
                .isEqualTo(new Text("2026–2027学年", "school year 2026–2027"));
    }

    @Test
    void theBasisIsNamedAndWhatNoRunHasSeen() {
        run = new LookedAt(12, NOW, 98);
        assertThat(read(ReportName.STATEMENT, COUNTY, 2025).document().head().basis())
                .extracting(line -> line.value().zh())
                .containsExactly(
                        "100 · 7 · 0123456789ab",
                        "1 · " + POLICIES.policy().id(),
                        "5",
                        "3",
                        "12 · 2026-12-01 12:00 · 98",
                        "2");
        run = null;
        assertThat(read(ReportName.STATEMENT, COUNTY, 2025).document().head().basis())
                .extracting(line -> line.value().zh())
                .endsWith("-", "100");
    }

    @Test
    void eachCountyStandsOnceWhateverIsKnownOfIt() {
        counties.add(place("140105", 4L, 1, 1000));
        counties.add(place("140106", 0L, 2, 1000));
        counties.add(place("140107", 0L, 0, 0));
        counties.add(place("140202", 1L, 0, 0));
        open.add(new OpenBreaks("", 1, Credits.ZERO));
        open.add(new OpenBreaks("140105", 2, new Credits(70)));
        open.add(new OpenBreaks("140301", 3, Credits.ZERO));
        ReadDocument told = read(ReportName.ROLL_UP, PROVINCE, 2025);
        assertThat(told.words("counties", "division"))
                .containsExactly("", "140105", "140106", "140202", "140301");
        assertThat(told.words("counties", "city"))
                .containsExactly("无归属区划", "140100", "140100", "140200", "140300");
        assertThat(told.rows("cities"))
                .contains(row("140100", "140100", 4, 3, 7500, 3, 0, 0, 2000, 2000, 500, 2, 70));
        assertThat(told.totals("cities").cells().subList(2, 13))
                .isEqualTo(told.totals("counties").cells().subList(3, 14));
    }
}
