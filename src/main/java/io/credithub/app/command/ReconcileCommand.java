package io.credithub.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// A run of reconciliation, at a running hub: begins it, waits for it, and prints what it left.
@Command(
        name = "reconcile",
        description = {
            "Reconciles a county, a city or the province at a running hub and prints the "
                    + "breaks.",
            "With --county C --year Y it begins a run, or joins the one that is under way, "
                    + "shows how far it is, and prints what it left: a summary by county, code "
                    + "and owner, and the breaks that are open. What is for information only is "
                    + "in the summary alone.",
            "Status, as of diff and grep: 0: no break is open; 1: some are; 2: nobody can "
                    + "tell, since the call is wrong, the hub cannot be asked or the run "
                    + "stopped."
        })
@SuppressWarnings("NullAway.Init") // filled in by picocli
public final class ReconcileCommand implements Callable<Integer> {
    static final String RECONCILIATION = "/api/v1/reconciliation";
    private static final int POLL_MILLIS = 300;
    private static final int BREAKS_OPEN = 1;
    private static final int NOT_KNOWN = 2;
    private static final Pattern COUNTY = Pattern.compile("[1-9][0-9]{3}(?!00)[0-9]{2}");
    private static final Pattern CITY = Pattern.compile("[1-9][0-9](?!00)[0-9]{2}00");
    private static final Pattern PROVINCE = Pattern.compile("[1-9][0-9]0000");

    @Spec CommandSpec spec;
    @Mixin HubOptions hub;

    @ArgGroup(multiplicity = "1")
    ReconciledPlace place;

    /// One of the three.
    static final class ReconciledPlace {
        @Option(names = "--county", paramLabel = "C", description = "A county, as 140105.")
        @Nullable String county;

        @Option(names = "--city", paramLabel = "C", description = "A city, as 140100.")
        @Nullable String city;

        @Option(names = "--province", paramLabel = "C", description = "A province, as 140000.")
        @Nullable String province;
    }

    @Option(
            names = "--year",
            paramLabel = "Y",
            description = "A school year by its first year, as 2025 (default: all of them).")
    @Nullable Integer year;

    /// How it is printed.
    enum BreakFormat {
        table,
        csv,
        json
    }

    @Option(
            names = "--format",
            paramLabel = "F",
            description = "How: table, csv (the breaks alone) or json (default: table).")
    BreakFormat format = BreakFormat.table;

    @Override
    public Integer call() throws InterruptedException {
        String division = division();
        ObjectNode wanted = new ObjectMapper().createObjectNode().put("division", division);
        if (year != null) wanted.put("schoolYear", year);
        HubClient.HubResponse answer =
                hub.ask(spec, "POST", RECONCILIATION + "/runs", wanted.toString());
        if (answer == null || !answer.isDone()) return notKnown(answer, wanted);
        int id = answer.body().path("id").asInt();
        Progress progress = new Progress(spec.commandLine().getErr(), "对账 reconciling");
        while (true) {
            answer = hub.ask(spec, "GET", RECONCILIATION + "/runs/" + id, null);
            if (answer == null || !answer.isDone()) return notKnown(answer, null);
            JsonNode run = answer.body();
            if (run.path("finishedAt").isTextual()) {
                progress.end();
                return told(run, division);
            }
            progress.show(run.path("stepsDone").asLong(), Math.max(1, run.path("steps").asLong()));
            Thread.sleep(POLL_MILLIS);
        }
    }

    private int told(JsonNode run, String division) throws InterruptedException {
        if (!run.path("state").asText().equals("DONE")) {
            spec.commandLine().getErr().println("对账中断 the run stopped: " + run.path("state"));
            return NOT_KNOWN;
        }
        StringBuilder query = new StringBuilder("/breaks?limit=500&division=").append(division);
        if (year != null) query.append("&schoolYear=").append(year);
        return format == BreakFormat.csv ? csv(query + "&format=csv") : told(run, query);
    }

    private int told(JsonNode run, StringBuilder query) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        ReconciledText text =
                format == BreakFormat.json ? ReconciledText.json(out) : ReconciledText.table(out);
        text.begin(run);
        long listed = 0;
        String next = null;
        do {
            String page = next == null ? query.toString() : query + "&cursor=" + next;
            HubClient.HubResponse answer = hub.ask(spec, "GET", RECONCILIATION + page, null);
            if (answer == null || !answer.isDone()) return notKnown(answer, null);
            for (JsonNode one : answer.body().path("items")) text.add(one);
            listed += answer.body().path("items").size();
            next = answer.body().path("next").textValue();
        } while (next != null && text.takesMore());
        text.end(listed);
        out.flush();
        return listed == 0 ? 0 : BREAKS_OPEN;
    }

    /// The hub's own tables, page by page under one head.
    private int csv(String query) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        boolean isOpen = false;
        String next = null;
        do {
            String page = next == null ? query : query + "&cursor=" + next;
            HubClient.HubResponse answer = hub.ask(spec, "GET", RECONCILIATION + page, null);
            if (answer == null || !answer.isDone()) return notKnown(answer, null);
            String table = answer.text();
            int rows = table.indexOf('\n') + 1;
            out.print(next == null ? table : table.substring(rows));
            isOpen |= rows < table.length();
            next = answer.next();
        } while (next != null);
        out.flush();
        return isOpen ? BREAKS_OPEN : 0;
    }

    private int notKnown(HubClient.@Nullable HubResponse answer, @Nullable ObjectNode sent) {
        hub.refused(spec, answer, sent);
        return NOT_KNOWN;
    }

    private String division() {
        if (place.county != null) return checked("--county", place.county, COUNTY);
        if (place.city != null) return checked("--city", place.city, CITY);
        return checked("--province", String.valueOf(place.province), PROVINCE);
    }

    private String checked(String option, String code, Pattern kind) {
        if (kind.matcher(code).matches()) return code;
        throw new ParameterException(
                spec.commandLine(), option + " 不是这一级的区划代码 is no such division: " + code);
    }
}
