package io.credithub.apart.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.apart.House;
import io.credithub.apart.bench.ReportsYardstick.CountyFigures;
import io.credithub.app.work.BlockingAwait;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.statement.KeepVerdicts;
import io.credithub.flow.statement.VerdictBook;
import io.credithub.flow.statement.VerdictBook.BookStep;
import io.credithub.flow.statement.VerdictBook.PendingRows;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/// The part of the bench of lists and reports that is inside the running hub. Made by Quarkus,
/// hence public.
public final class ReportsRun implements QuarkusApplication {
    private static final AtomicReference<ReportsPlan> PREPARED = new AtomicReference<>();
    private static final BlockingAwait PATIENCE = new BlockingAwait(Duration.ofMinutes(30));
    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final String PROVINCE = "140000";
    private static final int OPEN_PART = 8;
    private static final int FIRST_BYTES = 20;
    private static final double STATEMENT_AIM = 1;
    private static final double PROVINCE_AIM = 60;
    private static final double HEAP_AIM = 512;
    private static final double FIRST_BYTE_AIM = 200;

    private final ReconcileWork work = new ReconcileWork();
    private final BenchVisitors visitors = new BenchVisitors();
    private final Policies policies = House.part(Policies.class);
    private final KeepVerdicts lists = House.part(KeepVerdicts.class);
    private final VerdictBook book = House.part(VerdictBook.class);

    /// @param json where the figures go too; empty for nowhere
    record ReportsPlan(ReconcileProvince province, Path json, PrintWriter out) {
        int teachers() {
            return province.teachers() + province.teachersWithout();
        }
    }

    static void prepare(ReportsPlan plan) {
        PREPARED.set(plan);
    }

    @Override
    public int run(String... args) throws IOException {
        ReportsPlan plan =
                Objects.requireNonNull(PREPARED.get(), "the bench command prepares a plan");
        return new MeasuredHub(plan.out(), plan.json())
                .run((owner, table) -> measure(plan, owner, table));
    }

    private void measure(ReportsPlan plan, Connection owner, BenchTable table)
            throws IOException, SQLException, InterruptedException {
        ReportsYardstick yardstick = new ReportsYardstick(owner);
        fill(plan, owner, yardstick, table);
        try (BenchClients clients = visitors.withKeys()) {
            // the last by code: whoever goes through lists in their order comes to it late
            String county = plan.province().divisions().getLast();
            statements(clients, county, yardstick.county(county), table);
            new ReportsLists(clients, yardstick, table).measure(county);
            province(plan, clients, yardstick, table);
        }
        table.tellProcess();
        plan.out().printf("未达目标 aims missed: %d%n", table.missed());
        plan.out().flush();
    }

    /// Roster, records and standings past the hub; breaks by a run of its own, and the rows of
    /// lists by a look at everybody.
    private void fill(
            ReportsPlan plan, Connection owner, ReportsYardstick yardstick, BenchTable table)
            throws SQLException {
        ReconcileProvince province = plan.province();
        Policies.NumberedPolicy rules = policies.inForce();
        long began = System.nanoTime();
        new ReconcileFill(owner, province, rules.policy(), rules.number()).fill();
        new ReconcileHistory(owner)
                .fill(province, province.teachers() * ReconcileProvince.RECORDS_EACH / OPEN_PART);
        table.tell("filled, seconds", seconds(began));
        began = System.nanoTime();
        ReconcileWork.requireAll(work.run(PROVINCE), province.breaks(""));
        table.tell("its breaks found, seconds", seconds(began));
        began = System.nanoTime();
        yardstick.beginLists();
        awaitLists();
        double took = seconds(began);
        table.tell("its rows of lists made, seconds", took);
        table.tell("teachers looked at in a second", plan.teachers() / took);
        yardstick.rest();
    }

    /// Works beside the hub itself, which looks every few seconds.
    private void awaitLists() {
        for (PendingRows pending = pending(); !pending.isNothing(); pending = pending()) {
            if (PATIENCE.await(lists::step) == BookStep.BUSY) {
                LockSupport.parkNanos(LOOK_EVERY_NANOS);
            }
        }
    }

    private PendingRows pending() {
        return PATIENCE.await(book::pending);
    }

    private static void statements(
            BenchClients clients, String county, CountyFigures byHand, BenchTable table)
            throws IOException, InterruptedException {
        table.tell("SQL by hand: a county's figures, seconds", byHand.seconds());
        for (String format : new String[] {"json", "html", "xlsx"}) {
            for (String time : new String[] {"first", "again"}) {
                long began = System.nanoTime();
                made(clients, clients.order(order("statement", county, format)));
                table.tell(
                        "statement of a county-year, %s, %s, seconds".formatted(format, time),
                        seconds(began),
                        STATEMENT_AIM);
            }
        }
        int report = clients.order(order("statement", county, "json"));
        made(clients, report);
        require(clients.ask("reports/" + report + "/file"), byHand);
        firstBytes("statement", clients, report, table);
    }

    /// @throws IllegalStateException if the statement says something else than the records
    static void require(JsonNode statement, CountyFigures byHand) {
        for (JsonNode section : statement.path("sections")) {
            if (!section.path("key").asText().equals("sources")) continue;
            long posted = section.path("totals").path("inForce").asLong(-1);
            if (posted == byHand.posted()) return;
            throw new IllegalStateException(
                    "the statement has " + posted + " in force, not " + byHand.posted());
        }
        throw new IllegalStateException("the statement has no sources");
    }

    private static void province(
            ReportsPlan plan, BenchClients clients, ReportsYardstick yardstick, BenchTable table)
            throws IOException, InterruptedException, SQLException {
        table.tell("SQL by hand: the province's rows, seconds", yardstick.rows());
        table.tell(
                "a workbook of as many cells, seconds", ReportsYardstick.workbook(plan.teachers()));
        ReportsHeap heap = new ReportsHeap();
        heap.begin();
        long began = System.nanoTime();
        int report = clients.order(order("teachers", PROVINCE, "xlsx"));
        JsonNode made = made(clients, report);
        table.tell("province-year of teachers, xlsx, seconds", seconds(began), PROVINCE_AIM);
        table.tell("its heap at most, MiB", heap.peakMib());
        table.tell("heap that there is, MiB", ReportsHeap.mostMib(), HEAP_AIM);
        table.tell("its rows", (double) made.path("rows").asLong());
        table.tell("its bytes", (double) made.path("bytes").asLong());
        if (made.path("rows").asLong() < plan.teachers()) {
            throw new IllegalStateException("the list has " + made.path("rows") + " rows only");
        }
        table.tell("SQL by hand: a kept piece, median, ms", yardstick.piece(report));
        firstBytes("province-year", clients, report, table);
    }

    private static void firstBytes(String title, BenchClients clients, int report, BenchTable table)
            throws IOException, InterruptedException {
        double[] waits = new double[FIRST_BYTES];
        for (int i = 0; i < waits.length; i++) waits[i] = clients.firstByte(report);
        BenchLatency.Waits sorted = BenchLatency.Waits.of(Arrays.stream(waits));
        table.tell("first byte of a stored %s, median, ms".formatted(title), sorted.within(50));
        table.tell(
                "first byte of a stored %s, longest, ms".formatted(title),
                sorted.within(100),
                FIRST_BYTE_AIM);
    }

    /// What the bench asks for.
    static String order(String name, String division, String format) {
        return """
        {"name":"%s","division":"%s","schoolYear":%d,"format":"%s"}\
        """
                .formatted(name, division, ReconcileRows.YEAR, format);
    }

    /// @throws IllegalStateException if it will never be there
    private static JsonNode made(BenchClients clients, int report)
            throws IOException, InterruptedException {
        JsonNode job = clients.ended(report);
        if (job.path("state").asText().equals("DONE")) return job;
        throw new IllegalStateException("the report is " + job);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
