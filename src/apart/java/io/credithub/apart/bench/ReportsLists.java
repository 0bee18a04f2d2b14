package io.credithub.apart.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.credithub.api.parameter.Cursor;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// Pages of the lists of teachers over HTTP, as a browser asks for them: each with its counts.
final class ReportsLists {
    private static final int PAGES = 50;
    private static final double COUNTY_AIM = 100;
    private static final double COUNTS_AIM = 200;
    private static final String YEAR = "schoolYear=" + ReconcileRows.YEAR;

    private final BenchClients clients;
    private final ReportsYardstick yardstick;
    private final BenchTable table;

    ReportsLists(BenchClients clients, ReportsYardstick yardstick, BenchTable table) {
        this.clients = clients;
        this.yardstick = yardstick;
        this.table = table;
    }

    void measure(String county) throws IOException, InterruptedException, SQLException {
        table.tell("SQL by hand: a county's page, median, ms", yardstick.page(county));
        String own = YEAR + "&division=" + county;
        Map<String, String> pages = new LinkedHashMap<>();
        for (String sort : new String[] {"number", "name", "school", "missing", "-missing"}) {
            pages.put(sort, own + "&sort=" + sort);
            String last = last(own, sort);
            if (last.isEmpty()) continue;
            pages.put(sort + ", deep", own + "&sort=" + sort + "&cursor=" + last);
        }
        pages.put("who is short", own + "&verdict=SHORT&sort=-missing");
        pages.put("a part of a name", own + "&name=%E8%8A%B3");
        pages.put("of a state", own + "&state=ACTIVE");
        pages.put("of a school", own + "&school=S-" + county + "-7&sort=name");
        pages.put("of the cycle", "cycle=2022&division=" + county);
        for (Map.Entry<String, String> page : pages.entrySet()) {
            pages("a county's page, " + page.getKey(), page.getValue(), COUNTY_AIM);
        }
        province();
    }

    private void province() throws IOException, InterruptedException, SQLException {
        table.tell("SQL by hand: the province's counts, median, ms", yardstick.counts());
        pages("the province's counts", YEAR + "&limit=1", COUNTS_AIM);
        pages("the province's counts, the cycle", "cycle=2022&limit=1", COUNTS_AIM);
        int middle = yardstick.middle();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("number", "");
        pages.put("number, deep", "&cursor=" + cursor("NUMBER", middle));
        pages.put("name", "&sort=name");
        pages.put("name, deep", "&sort=name&cursor=" + cursor("NAME", middle));
        pages.put("school", "&sort=school");
        pages.put("missing", "&sort=missing");
        pages.put("-missing", "&sort=-missing");
        pages.put("who is short", "&verdict=SHORT&sort=-missing");
        pages.put("a part of a name", "&name=%E8%8A%B3");
        for (Map.Entry<String, String> page : pages.entrySet()) {
            pages("the province's page, " + page.getKey(), YEAR + page.getValue(), Double.NaN);
        }
    }

    /// The cursor of the last page; empty: there is one page only.
    private String last(String own, String sort) throws IOException, InterruptedException {
        String cursor = "";
        for (String next = next(own, sort, ""); !next.isEmpty(); next = next(own, sort, next)) {
            cursor = next;
        }
        return cursor;
    }

    private String next(String own, String sort, String cursor)
            throws IOException, InterruptedException {
        String after = cursor.isEmpty() ? "" : "&cursor=" + cursor;
        return clients.ask("teachers?" + own + "&sort=" + sort + after).path("next").asText("");
    }

    /// Behind somebody in the middle, as the list itself says where a page ends.
    private static String cursor(String key, int teacher) {
        String last = key.equals("NAME") ? "" : ReconcileTeachers.teacherNo(teacher);
        String hex = HexFormat.of().formatHex(last.getBytes(UTF_8));
        return Cursor.of("teachers", key, hex, teacher);
    }

    /// @param aim for the longest; not a number: none
    private void pages(String title, String query, double aim)
            throws IOException, InterruptedException {
        String path = "teachers?" + query;
        clients.asked(path);
        double[] waits = new double[PAGES];
        for (int i = 0; i < PAGES; i++) waits[i] = clients.asked(path);
        BenchLatency.Waits sorted = BenchLatency.Waits.of(Arrays.stream(waits));
        table.tell(title + ", median, ms", sorted.within(50));
        if (Double.isNaN(aim)) table.tell(title + ", longest, ms", sorted.within(100));
        else table.tell(title + ", longest, ms", sorted.within(100), aim);
    }
}
