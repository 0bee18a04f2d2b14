package io.credithub.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credithub.app.command.ReportTarget.WrittenReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// A report, at a running hub: asks for it, waits until it is made, and takes its file.
@Command(
        name = "report",
        description = {
            "Asks a running hub for a report, waits until it is made and puts its file down.",
            "Without NAME it lists the reports there are, with their terms and formats.",
            "The file is written beside its place and named once it is whole and its SHA-256 is the"
                    + " one that the hub tells. Path, size and SHA-256 are printed.",
            "Status: 0: done; 1: the hub cannot be asked or refuses, the report failed, or the file"
                    + " cannot be written; 2: the call is wrong."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./hub report",
            "  ./hub report statement --scope 140105 --year 2025 --format pdf --out statement.pdf",
            "  ./hub report teachers --scope 140100 --format xlsx --term verdict=SHORT",
            "  ./hub report statement --scope 140105 --year 2025 --as-of 2026-08-31",
            "  ./hub report breaks --scope 140105 --format csv --out - | head"
        })
@SuppressWarnings("NullAway.Init") // filled in by picocli
public final class ReportCommand implements Callable<Integer> {
    private static final String REPORTS = "/api/v1/reports";
    private static final int POLL_MILLIS = 300;
    private static final int WRONG_CALL = 2;
    private static final String STANDARD_OUTPUT = "-";

    @Spec CommandSpec spec;
    @Mixin HubOptions hub;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NAME",
            description = "Which report (default: lists them).")
    @Nullable String name;

    @Option(
            names = {"--scope", "--division"},
            paramLabel = "C",
            description =
                    "A county, city or province by its six digits, as 140105 (default: all that the"
                            + " key sees).")
    @Nullable String scope;

    @Option(
            names = "--year",
            paramLabel = "Y",
            description =
                    "A school year by its first year, as 2025 (default: the one that is running).")
    @Nullable Integer year;

    @Option(
            names = "--as-of",
            paramLabel = "T",
            description =
                    "As it was known at the end of a past day, as 2026-08-31, or at a time, as"
                            + " 2026-08-31T08:00:00+08:00: the same bytes as then (default: now).")
    @Nullable String asOf;

    @Option(
            names = "--format",
            paramLabel = "F",
            description =
                    "As pdf, xlsx, html, csv or json (default: by the ending of --out, or pdf).")
    @Nullable String format;

    @Option(
            names = "--language",
            paramLabel = "L",
            description = "In zh, en or both (default: zh).")
    @Nullable String language;

    @Option(
            names = "--term",
            paramLabel = "K=V",
            description = "What else narrows it, as the list of reports tells; may be repeated.")
    Map<String, String> terms = new TreeMap<>();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Where the file goes; - is the standard output (default: by the report's own"
                            + " name, in this folder).")
    @Nullable String out;

    @Option(names = "--force", description = "Replaces a file that is there.")
    boolean force;

    @Override
    public Integer call() throws InterruptedException {
        String report = name;
        if (report == null) return list();
        String to = out;
        if (to != null && !to.equals(STANDARD_OUTPUT)) {
            if (new ReportTarget(Path.of(to), force).isTaken()) return taken(to);
        }
        ObjectNode wanted = wanted(report);
        HubClient.HubResponse answer = hub.ask(spec, "POST", REPORTS, wanted.toString());
        if (answer == null || !answer.isDone()) return hub.refused(spec, answer, wanted);
        JsonNode job = made(answer.body());
        if (job == null) return 1;
        if (!job.path("state").asText().equals("DONE")) {
            err().println(
                            "没有生成 it was not made (%s): %s"
                                    .formatted(
                                            job.path("state").asText(),
                                            job.path("failure").asText("-")));
            return 1;
        }
        return take(job);
    }

    private int list() throws InterruptedException {
        HubClient.HubResponse answer = hub.ask(spec, "GET", REPORTS, null);
        if (answer == null || !answer.isDone()) return hub.refused(spec, answer, null);
        PrintWriter to = spec.commandLine().getOut();
        for (JsonNode one : answer.body()) {
            to.println(
                    "%-12s %s · %s"
                            .formatted(
                                    one.path("name").asText(),
                                    one.path("title").path("zh").asText(),
                                    one.path("title").path("en").asText()));
            to.println("             --format " + joined(one.path("formats"), " | "));
            if (!one.path("terms").isEmpty()) {
                to.println(
                        "             --term " + joined(one.path("terms"), "=…  --term ") + "=…");
            }
        }
        to.flush();
        return 0;
    }

    private static String joined(JsonNode all, String between) {
        List<String> texts = new ArrayList<>();
        for (JsonNode one : all) texts.add(one.asText());
        return String.join(between, texts);
    }

    private ObjectNode wanted(String report) {
        ObjectNode wanted = new ObjectMapper().createObjectNode().put("name", report);
        if (scope != null) wanted.put("division", scope);
        if (year != null) wanted.put("schoolYear", year);
        if (asOf != null) wanted.put("asOf", asOf);
        if (language != null) wanted.put("language", language);
        wanted.put("format", format == null ? ending() : format);
        if (!terms.isEmpty()) terms.forEach(wanted.putObject("terms")::put);
        return wanted;
    }

    private String ending() {
        String to = out == null ? "" : out;
        int dot = to.lastIndexOf('.');
        return dot < 0 ? "pdf" : to.substring(dot + 1);
    }

    /// Waits until it is over, one way or the other.
    ///
    /// @return null if the hub could not be asked; why was printed
    private @Nullable JsonNode made(JsonNode asked) throws InterruptedException {
        String path = REPORTS + "/" + asked.path("id").asInt();
        Progress progress = new Progress(err(), "生成中,行 rows of report " + asked.path("id").asInt());
        JsonNode job = asked;
        while (isOpen(job)) {
            Thread.sleep(POLL_MILLIS);
            HubClient.HubResponse answer = hub.ask(spec, "GET", path, null);
            if (answer == null || !answer.isDone()) {
                hub.refused(spec, answer, null);
                return null;
            }
            job = answer.body();
            progress.count(job.path("rows").asLong());
        }
        progress.end();
        return job;
    }

    private static boolean isOpen(JsonNode job) {
        String state = job.path("state").asText();
        return state.equals("WAITING") || state.equals("RUNNING");
    }

    private int take(JsonNode job) throws InterruptedException {
        ReportTarget target = target(job);
        if (target.isTaken()) return taken(String.valueOf(target.file()));
        List<WrittenReport> written = new ArrayList<>();
        HubClient.HubResponse answer =
                hub.take(
                        spec,
                        job.path("file").asText(),
                        body -> written.add(target.take(body, job.path("sha256").asText())));
        if (answer == null || !answer.isDone()) return hub.refused(spec, answer, null);
        PrintWriter to = target.file() == null ? err() : spec.commandLine().getOut();
        for (WrittenReport one : written) {
            to.println(target.file() == null ? STANDARD_OUTPUT : target.file());
            to.println("%,d 字节 bytes".formatted(one.bytes()));
            to.println("SHA-256 " + one.sha256());
        }
        to.flush();
        return 0;
    }

    /// Of the hub's name for it the last part only: it is put into this folder.
    private ReportTarget target(JsonNode job) {
        String to = out;
        if (to == null) {
            Path told = Path.of(job.path("fileName").asText());
            return new ReportTarget(Path.of(String.valueOf(told.getFileName())), force);
        }
        return to.equals(STANDARD_OUTPUT)
                ? new ReportTarget(null, true)
                : new ReportTarget(Path.of(to), force);
    }

    private int taken(String file) {
        err().println("文件已存在,覆盖请用 --force。there is a file already; --force replaces it: " + file);
        err().flush();
        return WRONG_CALL;
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
