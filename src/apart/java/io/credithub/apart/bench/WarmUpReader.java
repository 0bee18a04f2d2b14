package io.credithub.apart.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/// What an office does on an ordinary day, once: it has differences found, turns the pages of
/// lists, and asks for reports.
final class WarmUpReader {
    private static final String PROVINCE = "140000";
    private static final String COUNTY = "140105";
    private static final int RUNS = 3;
    private static final List<String> SORTS = List.of("number", "-name", "school", "-missing");
    private static final List<String> REPORTS =
            List.of("statement", "roll-up", "teachers", "breaks", "sources", "statistics");
    private static final List<String> FORMATS = List.of("json", "html", "xlsx", "csv");

    private final BenchClients clients;
    private final ReconcileWork work = new ReconcileWork();

    WarmUpReader(BenchClients clients) {
        this.clients = clients;
    }

    void read() throws IOException, InterruptedException {
        work.run(COUNTY);
        for (int run = 0; run < RUNS; run++) work.run(PROVINCE);
        for (String sort : SORTS) {
            clients.ask("teachers?limit=500&sort=" + sort);
            clients.ask("teachers?division=" + COUNTY + "&sort=" + sort);
        }
        for (String report : REPORTS) {
            for (String format : FORMATS) {
                for (String division : List.of(COUNTY, PROVINCE)) made(report, division, format);
            }
        }
        made("statement", COUNTY, "pdf"); // without a font it fails, and says so
    }

    private void made(String name, String division, String format)
            throws IOException, InterruptedException {
        int report = clients.order(ReportsRun.order(name, division, format));
        JsonNode job = clients.ended(report);
        if (job.path("state").asText().equals("DONE")) clients.firstByte(report);
    }
}
