package io.credithub.apart.demo;

import io.credithub.apart.DemoFolder;
import io.credithub.app.command.ApartCommand;
import io.credithub.app.command.Progress;
import io.credithub.app.start.HubEnvironment;
import io.credithub.app.start.RunningHub;
import io.credithub.app.start.Stage;
import io.credithub.demo.Province;
import io.credithub.demo.ProvinceFiles;
import io.credithub.demo.model.ProvinceSettings;
import io.credithub.demo.model.SimulatedYears;
import io.credithub.demo.source.NationalPlatform;
import io.credithub.demo.source.PlatformFaults;
import io.credithub.domain.policy.terms.SchoolCalendar;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Shows the whole hub at work: a made-up province, its three training systems, the feeds, and the
/// proof at the end.
@Command(
        name = "demo",
        description = {
            "Shows the whole hub at work on a made-up province.",
            "It starts a hub on an embedded PostgreSQL, lets three training systems "
                    + "deliver, prints the reconciliation, and stays up. It begins anew each "
                    + "time; its data lies in HUB_HOME/demo (default ~/.credit-hub/demo). Its "
                    + "*today* is the last day of the province's records."
        })
public final class DemoCommand implements ApartCommand {
    private static final ZoneId ZONE = SchoolCalendar.ZONE_DEFAULT;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--exit",
            description =
                    "End once the feeds are drained: with 0 if every invariant holds and every"
                            + " teacher has what the answer key says, else with 1 and the"
                            + " reason.")
    private boolean exit;

    @Mixin private ProvinceOptions size = new ProvinceOptions();

    @Override
    public Integer call() throws IOException {
        Province province = new Province(size.provinces(ProvinceSettings.TODAY), size.planted());
        PrintWriter out = spec.commandLine().getOut();
        HubEnvironment around = HubEnvironment.ofThisProcess();
        Path home = around.home().resolve("demo");
        DemoFolder.clear(home);
        Path drop = Files.createDirectories(home.resolve("drop"));
        Progress writing = new Progress(out, "造数 province");
        ProvinceFiles files =
                province.writeTo(Files.createDirectories(home.resolve("province")), writing::show);
        writing.end();
        boolean isEarly = province.planted() > 0;
        LocalDate day = isEarly ? SimulatedYears.EARLY_DAY : ProvinceSettings.TODAY;
        Stage.play(day, ZONE, TryTeachers.of(province));
        String secret = UUID.randomUUID().toString();
        try (NationalPlatform national =
                NationalPlatform.start(files.national(), platform(secret, isEarly))) {
            connect(national, secret, drop);
            System.setProperty("hub.home", home.toString());
            Path project = DemoProject.write(around.project(), home.resolve("project"));
            System.setProperty("hub.project", project.toString());
            DemoRun.prepare(new DemoRun.DemoPlan(province, files, national, drop, exit, out));
            return new RunningHub(HubEnvironment.ofThisProcess().at(home)).run(DemoRun.class);
        }
    }

    /// @param isEarly whether people act before it is open
    private static NationalPlatform.PlatformSettings platform(String secret, boolean isEarly) {
        return new NationalPlatform.PlatformSettings(
                0,
                "credit-hub",
                secret,
                ProvinceSettings.TODAY.plusDays(1).atStartOfDay(),
                Clock.systemUTC(),
                isEarly ? PlatformFaults.closed() : PlatformFaults.moody());
    }

    private static void connect(NationalPlatform national, String secret, Path drop) {
        String feed = "hub.source.national-platform.";
        System.setProperty(feed + "url", national.base() + "/api/v1/completions");
        System.setProperty(feed + "token-url", national.base() + "/oauth2/token");
        System.setProperty(feed + "client-id", "credit-hub");
        System.setProperty(feed + "client-secret", secret);
        System.setProperty(feed + "page-size", "1000");
        System.setProperty(feed + "interval", "2s");
        System.setProperty(feed + "retry-first", "200ms");
        System.setProperty(feed + "retry-max", "2s");
        System.setProperty("hub.source.province-platform.folder", drop.toString());
        System.setProperty("hub.source.province-platform.interval", "500ms");
    }
}
