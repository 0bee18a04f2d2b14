package io.credithub.apart.bench;

import io.credithub.apart.House;
import io.credithub.api.parameter.Cursor;
import io.credithub.domain.reconcile.BreakCode;
import io.credithub.flow.breaks.BreakRun;
import io.credithub.flow.rules.Policies;
import io.credithub.store.server.PostmasterFile;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/// The part of the bench of reconciliation that is inside the running hub. Made by Quarkus, hence
/// public.
public final class ReconcileRun implements QuarkusApplication {
    private static final AtomicReference<ReconcilePlan> PREPARED = new AtomicReference<>();
    private static final String PROVINCE = "140000";
    private static final int PAGES = 50;
    private static final int OPEN_PART = 2;
    private static final double COUNTY_AIM = 2;
    private static final double PROVINCE_AIM = 60;
    private static final double PAGE_AIM = 200;

    private final ReconcileWork work = new ReconcileWork();
    private final BenchVisitors visitors = new BenchVisitors();
    private final Policies policies = House.part(Policies.class);

    /// @param home where the database of this bench lies
    /// @param json where the figures go too; empty for nowhere
    record ReconcilePlan(ReconcileProvince province, Path home, Path json, PrintWriter out) {}

    static void prepare(ReconcilePlan plan) {
        PREPARED.set(plan);
    }

    @Override
    public int run(String... args) throws IOException {
        ReconcilePlan plan =
                Objects.requireNonNull(PREPARED.get(), "the bench command prepares a plan");
        return new MeasuredHub(plan.out(), plan.json())
                .run((owner, table) -> measure(plan, owner, table));
    }

    private void measure(ReconcilePlan plan, Connection owner, BenchTable table)
            throws IOException, SQLException, InterruptedException {
        ReconcileProvince province = plan.province();
        ReconcileHistory history = new ReconcileHistory(owner);
        Policies.NumberedPolicy rules = policies.inForce();
        long began = System.nanoTime();
        new ReconcileFill(owner, province, rules.policy(), rules.number()).fill();
        history.fill(province, province.teachers() * ReconcileProvince.RECORDS_EACH / OPEN_PART);
        table.tell("filled, seconds", seconds(began));
        BenchCpu cpu =
                new BenchCpu(PostmasterFile.read(plan.home().resolve("data")).orElseThrow().pid());
        String county = province.divisions().getFirst();
        ReconcileYardstick yardstick = new ReconcileYardstick(owner);
        table.tell("SQL by hand, county, seconds", yardstick.run(county));
        runs(table, "county-year", county, province.breaks(county), COUNTY_AIM, cpu);
        table.tell("SQL by hand, province, seconds", yardstick.run("14"));
        runs(table, "province-year", PROVINCE, province.breaks(""), PROVINCE_AIM, cpu);
        runs(table, "county-year, table full", county, province.breaks(county), COUNTY_AIM, cpu);
        table.tell("open breaks", (double) history.open());
        pages(table, county, history);
        table.tellProcess();
    }

    /// For the first time, then again when nothing has changed.
    private void runs(
            BenchTable table,
            String title,
            String division,
            Map<BreakCode, Long> planted,
            double aim,
            BenchCpu cpu)
            throws IOException {
        BreakRun first = run(table, title, division, aim, cpu);
        ReconcileWork.requireAll(first, planted);
        table.tell(title + ": breaks", (double) first.counts().found());
        BreakRun again = run(table, title + " again", division, aim, cpu);
        ReconcileWork.requireAll(again, planted);
        ReconcileWork.requireNothingNew(again);
    }

    private BreakRun run(BenchTable table, String title, String division, double aim, BenchCpu cpu)
            throws IOException {
        double hub = BenchCpu.ofHub();
        double server = cpu.ofServer();
        long began = System.nanoTime();
        BreakRun run = work.run(division);
        table.tell(title + ", seconds", seconds(began), aim);
        table.tell(title + ": CPU seconds of the JVM", BenchCpu.ofHub() - hub);
        table.tell(title + ": CPU seconds of PostgreSQL", cpu.ofServer() - server);
        return run;
    }

    private void pages(BenchTable table, String county, ReconcileHistory history)
            throws IOException, InterruptedException, SQLException {
        ReconcileHistory.HistoryPlace middle = history.middle();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("first", "");
        pages.put("deep", "cursor=" + Cursor.of(middle.micros(), middle.identity()));
        pages.put("of a code", "code=GRADE");
        pages.put("of an owner", "owner=RULE_OWNER");
        pages.put("of a feed", "feed=vendor-push");
        pages.put("of a county", "division=" + county);
        pages.put(
                "of a county, code and year", "division=" + county + "&code=HOURS&schoolYear=2023");
        pages.put("of an age", "age=91-180");
        pages.put("of a teacher", "teacherNo=BT00000007");
        pages.put("for information", "state=TOLD");
        try (BenchClients clients = visitors.withKeys()) {
            for (Map.Entry<String, String> page : pages.entrySet()) {
                double[] waits = new double[PAGES];
                clients.breaks(page.getValue());
                for (int i = 0; i < PAGES; i++) waits[i] = clients.breaks(page.getValue());
                BenchLatency.Waits sorted = BenchLatency.Waits.of(Arrays.stream(waits));
                table.tell("a page, " + page.getKey() + ", median, ms", sorted.within(50));
                table.tell(
                        "a page, " + page.getKey() + ", longest, ms", sorted.within(100), PAGE_AIM);
            }
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
