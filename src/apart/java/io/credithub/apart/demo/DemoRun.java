package io.credithub.apart.demo;

import io.credithub.apart.House;
import io.credithub.app.command.Progress;
import io.credithub.app.start.Stage;
import io.credithub.app.work.BlockingAwait;
import io.credithub.demo.Province;
import io.credithub.demo.ProvinceFiles;
import io.credithub.demo.answer.LoneRecord;
import io.credithub.demo.model.ProvinceSettings;
import io.credithub.demo.source.DropWriter;
import io.credithub.demo.source.NationalPlatform;
import io.credithub.demo.source.PushReport;
import io.credithub.demo.source.VendorClient;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;
import io.credithub.flow.feed.FeedControl;
import io.credithub.flow.feed.FeedStatus;
import io.credithub.flow.reading.Content;
import io.credithub.flow.roster.RosterIntake;
import io.credithub.flow.roster.RosterReport;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/// The demo's part inside the running hub: plays the province's people. Made by Quarkus, hence
/// public.
public final class DemoRun implements QuarkusApplication {
    private static final Logger LOG = Logger.getLogger(DemoRun.class);
    private static final AtomicReference<DemoPlan> PREPARED = new AtomicReference<>();
    private static final BlockingAwait PATIENCE = new BlockingAwait(Duration.ofMinutes(10));
    private static final Duration DRAIN_MAX = Duration.ofMinutes(30);
    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private static final String VENDOR = "vendor-push";
    private static final String AGENCY = "agency-push";

    private final RosterIntake roster;
    private final FeedControl feeds;
    private final ApiKeys keys;
    private final DemoClosing closing;
    private final int port;

    /// What the command has prepared.
    ///
    /// @param exit whether to end once the feeds are drained
    record DemoPlan(
            Province province,
            ProvinceFiles files,
            NationalPlatform national,
            Path drop,
            boolean exit,
            PrintWriter out) {}

    public DemoRun() {
        this.roster = House.part(RosterIntake.class);
        this.feeds = House.part(FeedControl.class);
        this.keys = House.part(ApiKeys.class);
        this.closing = new DemoClosing();
        this.port = ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class);
    }

    static void prepare(DemoPlan plan) {
        PREPARED.set(plan);
    }

    @Override
    public int run(String... args) throws IOException {
        try {
            return show();
        } catch (RuntimeException failure) {
            LOG.error("The demo ended early", failure);
            return 1;
        }
    }

    private int show() throws IOException {
        DemoPlan plan = Objects.requireNonNull(PREPARED.get(), "the demo command prepares a plan");
        if (isPlanted(plan)) actEarly(plan);
        bringRegister(plan);
        enrol("花名册 roster", plan.files().roster(), plan.out());
        DropWriter drop = new DropWriter(plan.files().provinceDrop(), plan.drop(), 1);
        CompletableFuture<PushReport> vendor =
                CompletableFuture.supplyAsync(() ->
                        push(VENDOR, plan.files().vendor())
                                .plus(push(AGENCY, plan.files().agency())));
        for (String export : drop.order()) drop.drop(export);
        watch(plan, vendor);
        if (isPlanted(plan)) {
            people(plan, DemoPeople::act);
            for (String export : drop.longAfter()) drop.drop(export);
            watch(plan, later(plan));
        }
        enrol("补录花名册 late roster", plan.files().lateRoster(), plan.out());
        if (isPlanted(plan)) people(plan, DemoPeople::declare);
        boolean found = !isPlanted(plan) || reconcile(plan);
        boolean right = closing.close(plan.province(), plan.files(), plan.out()) && found;
        if (isPlanted(plan)) right = signOff(plan) && right;
        if (plan.exit()) return right ? 0 : 1;
        stayUp(plan.out());
        return 0;
    }

    /// On a day years before: then the province's today begins.
    private void actEarly(DemoPlan plan) throws IOException {
        plan.province().writeEarly(plan.files().earlyRoster());
        enrol("往年花名册 roster of before", plan.files().earlyRoster(), plan.out());
        people(plan, DemoPeople::actEarly);
        Stage.turn(ProvinceSettings.TODAY);
        plan.national().open();
    }

    private static boolean isPlanted(DemoPlan plan) {
        return plan.province().planted() > 0;
    }

    private void people(DemoPlan plan, Consumer<DemoPeople> act) {
        try (DemoRegistrar registrar = registrar()) {
            act.accept(new DemoPeople(registrar, plan.province(), plan.out()));
        }
    }

    /// What is pushed once people have decided.
    private CompletableFuture<PushReport> later(DemoPlan plan) {
        return CompletableFuture.supplyAsync(() -> push(VENDOR, plan.files().vendorLater()));
    }

    private void bringRegister(DemoPlan plan) {
        if (!isPlanted(plan)) return;
        try (DemoRegistrar registrar = registrar()) {
            long brought = registrar.bring(plan.files().programmes());
            plan.out().printf("项目库 programme register: %,d 个项目 programmes%n", brought);
        }
    }

    private boolean reconcile(DemoPlan plan) {
        try (DemoRegistrar registrar = registrar()) {
            return new DemoBreaks(registrar, plan.out()).close(plan.province());
        }
    }

    private DemoRegistrar registrar() {
        return registrar(new Permission.Operator());
    }

    private DemoRegistrar registrar(Permission grant) {
        String key = PATIENCE.await(() -> keys.issue(grant, "demo registrar")).key();
        return new DemoRegistrar(hub(), key);
    }

    /// Behind the closing: what is taken back after it is signed is in no answer of before.
    private boolean signOff(DemoPlan plan) throws IOException {
        LoneRecord taken = plan.province().lone(DemoSignOff.SCHOOL_YEAR).orElse(null);
        if (taken == null) return true;
        DemoSignOff play =
                new DemoSignOff(
                        division -> registrar(new Permission.Registrar(new Jurisdiction(division))),
                        plan.out());
        Path folder = plan.files().folder().resolveSibling("sign-off");
        return play.play(taken, folder, late -> push(VENDOR, late));
    }

    private void enrol(String title, Path file, PrintWriter out) {
        RosterReport report = PATIENCE.await(() -> roster.importCsv(Content.of(file)));
        out.printf(
                "%s: %,d 人 teachers, %,d 条等待记录入账 waiting records posted%n",
                title, report.added() + report.changed(), report.resolved());
        out.flush();
    }

    private PushReport push(String feed, Path batches) {
        String key =
                PATIENCE.await(() ->
                                keys.issue(new Permission.FeedPermission(feed), "demo " + feed))
                        .key();
        try (VendorClient client = new VendorClient(hub(), feed, key)) {
            return client.pushAll(batches, (_, _) -> {});
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while pushing", stop);
        }
    }

    private URI hub() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// Shows how far the feeds are, until everything that the sources have is posted.
    private void watch(DemoPlan plan, CompletableFuture<PushReport> vendor) throws IOException {
        Progress bar = new Progress(plan.out(), "入账 posting");
        long deadline = System.nanoTime() + DRAIN_MAX.toNanos();
        while (true) {
            List<FeedStatus> now = PATIENCE.await(() -> feeds.status());
            long received = now.stream().mapToLong(feed -> feed.counts().received()).sum();
            long settled = now.stream().mapToLong(DemoRun::settled).sum();
            boolean landed =
                    vendor.isDone()
                            && isEmpty(plan.drop())
                            && counts(now, "national-platform").received()
                                    >= plan.national().records();
            bar.show(settled, Math.max(received, 1));
            if (landed && settled == received) break;
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the feeds were not drained within " + DRAIN_MAX);
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        bar.end();
        PushReport pushed = vendor.join();
        plan.out()
                .printf(
                        "推送 pushed: %d 批 batches, p99 %d ms%n",
                        pushed.accepted(), pushed.within(99).toMillis());
    }

    /// Whether the hub has taken every file away.
    private static boolean isEmpty(Path drop) throws IOException {
        try (Stream<Path> files = Files.list(drop)) {
            return files.noneMatch(Files::isRegularFile);
        }
    }

    private static long settled(FeedStatus feed) {
        FeedStatus.Counts counts = feed.counts();
        return counts.accepted() + counts.rejected() + counts.duplicate() + counts.waiting();
    }

    private static FeedStatus.Counts counts(List<FeedStatus> feeds, String code) {
        return feeds.stream()
                .filter(feed -> feed.code().equals(code))
                .findFirst()
                .orElseThrow()
                .counts();
    }

    private void stayUp(PrintWriter out) {
        Jurisdiction province = new Jurisdiction("140000");
        String operator =
                PATIENCE.await(() -> keys.issue(new Permission.Operator(), "demo operator")).key();
        String reader =
                PATIENCE.await(() -> keys.issue(new Permission.Reader(province), "demo reader"))
                        .key();
        out.printf("%n学分汇 Credit Hub: http://localhost:%d%n", port);
        out.printf("运维密钥 operator key: %s%n省级只读密钥 reader key:  %s%n", operator, reader);
        List<String> teachers = Stage.now().hub().teachers();
        out.printf("教师编号(可试)teacher numbers to try: %s%n", String.join(" ", teachers));
        out.printf(
                "演示中的今日 today in the demo: %s(真实日期不影响演示 whatever the real day is)%n",
                ProvinceSettings.TODAY);
        if (!teachers.isEmpty()) {
            out.printf(
                    "%n  curl -H \"Authorization: Bearer %s\" \\%n   "
                            + " 'http://localhost:%d/api/v1/teachers/%s/statement?cycle=2022'%n%n",
                    reader, port, teachers.getFirst());
        }
        out.println("Ctrl-C 结束 to stop.");
        out.flush();
        Quarkus.waitForExit();
    }
}
