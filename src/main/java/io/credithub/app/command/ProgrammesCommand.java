package io.credithub.app.command;

import static io.credithub.report.Table.Column.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.app.start.HubEnvironment;
import io.credithub.report.ConsoleTable;
import io.credithub.report.Table;
import io.credithub.report.Table.Column;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The register of programmes, at a running hub.
@Command(
        name = "programmes",
        description = {
            "Takes a file of the register of programmes in, searches it, or shows one programme.",
            "With --import FILE --reason R the rows of a CSV or a workbook (XLSX) are added or"
                    + " changed; with --snapshot it is the whole register, and what it leaves out"
                    + " ends. --dry-run tells what would happen.",
            "Status 0: done; 1: the hub cannot be asked or refuses; 2: the call is wrong."
        })
@SuppressWarnings("NullAway.Init") // filled in by picocli
public final class ProgrammesCommand implements Callable<Integer> {
    private static final String PROGRAMMES = "/api/v1/programmes";
    private static final int WRONG_CALL = 2;
    private static final List<Column> FOUND =
            List.of(
                    text("编号", "code"),
                    text("名称", "name"),
                    text("层次", "level"),
                    text("期间", "period"),
                    text("状态", "state"));
    private static final List<Column> FINDINGS =
            List.of(
                    text("行", "row"),
                    text("代码", "code"),
                    text("字段", "field"),
                    text("值", "value"),
                    text("处理", "remedy"));

    @Spec CommandSpec spec;
    @Mixin HubOptions hub;

    @ArgGroup(multiplicity = "1")
    ProgrammeOptions wanted;

    /// One of the three.
    static final class ProgrammeOptions {
        @ArgGroup(exclusive = false)
        @Nullable ImportOptions file;

        @Option(names = "--search", description = "Programmes with this in a name or an alias.")
        @Nullable String search;

        @Option(names = "--show", description = "One programme, by its code.")
        @Nullable String code;
    }

    /// A file, and what it is.
    static final class ImportOptions {
        @Option(names = "--import", required = true, description = "A CSV or XLSX with a header.")
        Path file = Path.of("");

        @Option(names = "--sheet", description = "The sheet of a workbook; else its first.")
        @Nullable String sheet;

        @Option(names = "--reason", required = true, description = "Why: it stays on record.")
        String reason = "";

        @Option(names = "--snapshot", description = "It is the whole register.")
        boolean snapshot;

        @Option(names = "--dry-run", description = "Tell only; nothing is changed.")
        boolean dryRun;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (wanted.file != null) return take(wanted.file);
        if (wanted.search != null) return search(wanted.search);
        return show(wanted.code == null ? "" : wanted.code);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private int take(ImportOptions asked) throws InterruptedException {
        byte[] file;
        try {
            file = Files.readAllBytes(asked.file);
        } catch (IOException unreadable) {
            spec.commandLine().getErr().println("读不到文件。no file can be read at " + asked.file);
            return WRONG_CALL;
        }
        String path =
                "%s/imports?mode=%s&dryRun=%s&reason=%s"
                        .formatted(
                                PROGRAMMES,
                                asked.snapshot ? "snapshot" : "delta",
                                asked.dryRun,
                                encoded(asked.reason));
        if (asked.sheet != null) path += "&sheet=" + encoded(asked.sheet);
        HubClient.HubResponse answer = hub.send(spec, path, mediaType(file), file);
        if (answer == null || !answer.isDone()) return hub.refused(spec, answer, null);
        println(told(answer.body()));
        return 0;
    }

    /// A workbook is a ZIP.
    private static String mediaType(byte[] file) {
        boolean isZip = file.length > 1 && file[0] == 'P' && file[1] == 'K';
        return isZip
                ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                : "text/csv";
    }

    private static String told(JsonNode report) {
        StringBuilder text = new StringBuilder();
        text.append(
                ("行 rows %d: 新增 added %d, 更改 updated %d, 恢复 revived %d, 不变 unchanged %d,"
                                + " 拒收 refused %d; 终止 ended %d")
                        .formatted(
                                report.path("rows").asLong(),
                                report.path("added").asLong(),
                                report.path("updated").asLong(),
                                report.path("revived").asLong(),
                                report.path("unchanged").asLong(),
                                report.path("refused").asLong(),
                                report.path("ended").asLong()));
        JsonNode follows = report.path("register").path("recomputation");
        if (!follows.isMissingNode()) {
            text.append(
                    "\n重算 recomputation %d: GET /api/v1/recomputations/%d"
                            .formatted(follows.asInt(), follows.asInt()));
        }
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode finding : report.path("findings")) {
            rows.add(
                    List.of(
                            finding.path("position").asText(),
                            finding.path("code").asText(),
                            finding.path("field").asText(),
                            finding.path("value").asText(),
                            finding.path("remedy").path("zh").asText()));
        }
        if (!rows.isEmpty()) text.append("\n\n").append(table(FINDINGS, rows));
        return text.toString();
    }

    private static String table(List<Column> columns, List<List<String>> rows) {
        int width = HubEnvironment.ofThisProcess().consoleWidth();
        return ConsoleTable.of(new Table(columns, rows), width);
    }

    private int search(String name) throws InterruptedException {
        String path = PROGRAMMES + "?limit=100&name=" + encoded(name);
        HubClient.HubResponse answer = hub.ask(spec, "GET", path, null);
        if (answer == null || !answer.isDone()) return hub.refused(spec, answer, null);
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode one : answer.body().path("items")) {
            rows.add(
                    List.of(
                            one.path("code").asText(),
                            one.path("name").asText(),
                            one.path("level").asText(),
                            one.path("startsOn").asText() + "–" + one.path("endsOn").asText(),
                            one.path("state").asText()));
        }
        println(rows.isEmpty() ? "没有找到。nothing is found" : table(FOUND, rows));
        if (answer.body().has("next")) println("另有更多,请缩小范围。there are more; say more of it");
        return 0;
    }

    private int show(String code) throws InterruptedException {
        HubClient.HubResponse answer = hub.ask(spec, "GET", PROGRAMMES + "/" + encoded(code), null);
        if (answer == null || !answer.isDone()) return hub.refused(spec, answer, null);
        println(answer.body().toPrettyString());
        return 0;
    }

    private void println(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line.stripTrailing());
        out.flush();
    }
}
