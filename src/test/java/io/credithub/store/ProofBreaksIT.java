package io.credithub.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.testing.ApartFromOthers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every claim of the proof fails once the data are broken that it is about, and holds again once
/// they are mended.
@ApartFromOthers
class ProofBreaksIT {
    @TempDir Path home;

    /// @param sql with a sign to be filled in: plus breaks, minus mends
    private record Break(String claim, String sql) {}

    private static final List<Break> BREAKS =
            List.of(
                    // first: what changes teachers leaves notes, and lists are behind
                    new Break("lists", verdict("verdict = verdict %s 1")),
                    new Break(
                            "lists",
                            "update verdict_count set teachers = teachers %s 1"
                                    + " where (cycle, period, division, state, verdict) ="
                                    + " (select cycle, period, division, state, verdict"
                                    + " from verdict_count where period = 0 order by 1, 2, 3, 4, 5"
                                    + " limit 1)"),
                    new Break(
                            "lists",
                            "update teacher_verdict set teacher_id = -1 * (0 %s 1)"
                                    + " * abs(teacher_id) where teacher_id <> 0 and abs(teacher_id)"
                                    + " = (select min(abs(teacher_id)) from teacher_verdict)"),
                    new Break("recount/lists", verdict("year_verdict[2] = year_verdict[2] %s 1")),
                    new Break(
                            "recount/lists",
                            verdict(
                                    "school = case '%s' when '+' then school || '?' else"
                                            + " rtrim(school, '?') end")),
                    new Break("outcomes", delivery("accepted = accepted - (0 %s 1)")),
                    new Break(
                            "replayed",
                            "update delivery set replayed = replayed %s 1 where id ="
                                    + " (select max(id) from delivery where rejected > 0)"),
                    new Break(
                            "declared",
                            delivery("declared_records = case '%s' when '+' then 0 end")),
                    new Break("posted", cell("held", 1_000)),
                    new Break("recount/posted", cell("held", 1)),
                    new Break("recount/posted", cell("refused", 1)),
                    new Break("recount/vendor-push", cell("held", 1)),
                    new Break("recount/vendor-push", cell("refused", 1)),
                    new Break("recount/counties", cell("held_hours", 1)),
                    new Break("recount/counties", cell("refused_hours", 1)),
                    new Break("recount/years", cell("aside_hours", 1)),
                    new Break(
                            "recount/years",
                            "update reconciliation_cell set persons = persons %s 1"
                                    + " where feed_id = 0 and (division_code, school_year) ="
                                    + " (select division_code, school_year from reconciliation_cell"
                                    + " where feed_id = 0 order by 1, 2 limit 1)"),
                    new Break("sums", standing("earned = earned %s 1")),
                    new Break("recognised", standing("recognised = recognised %s 1000000")),
                    new Break("recount/available", standing("recognised = recognised %s 1000000")),
                    new Break("loans", standing("borrowed = borrowed %s 1")),
                    new Break("loans", standing("owed = owed %s 1")),
                    new Break(
                            "coverage",
                            "update teacher set division_code = case '%s' when '+' then '' else"
                                    + " '140105' end where id = (select min(id) from teacher)"),
                    new Break(
                            "chain",
                            "update ledger_block set first_seq = first_seq %s 1"
                                    + " where no = (select max(no) from ledger_block)"),
                    new Break("recount/ledger", entry("credits = credits %s 1")),
                    new Break("sides", entry("credits = credits %s 1")),
                    new Break("movements", entry("kind = kind %s 2")),
                    new Break("recount/adjusted", adjustment("credits = credits %s 1")),
                    new Break("recount/adjusted", adjustedLine("credits = credits %s 1")),
                    new Break("recount/adjusted", adjustedLine("rule = rule %s 100")),
                    new Break("signed/parts", signedPart()));

    private static final String SIGNED =
            """
            with p as (select convert_to('kept', 'UTF8') as content),
                s as (insert into sign_off (division, school_year, version, manifest, sha256, ledger_seq)
                    select '140105', 2022, 1, m.said, sha256(m.said), 0 from (
                        select convert_to(encode(sha256(content), 'hex'), 'UTF8') as said from p) m
                    returning id)
            insert into sign_off_part (sign_off_id, no, name, rows, sha256, content)
            select s.id, 0, 'statement.json', 1, sha256(p.content), p.content from s, p\
            """;

    /// The database forbids it, so whoever does it must be able to change that too.
    private static String signedPart() {
        return "alter table sign_off_part disable trigger user; update sign_off_part set content ="
                + " convert_to(case '%s' when '+' then 'other' else 'kept' end, 'UTF8');"
                + " alter table sign_off_part enable trigger user";
    }

    private static String adjustment(String change) {
        return "update adjustment set %s where id = (select min(id) from adjustment where state = 2)"
                .formatted(change);
    }

    private static String adjustedLine(String change) {
        return "update ledger_entry set %s where seq = (select e.seq from ledger_entry e join"
                        .formatted(change)
                + " adjustment a on a.record_key = e.record_key and a.posted_seq < e.seq"
                + " where e.kind = 1 order by e.seq desc limit 1)";
    }

    private static String delivery(String change) {
        return "update delivery set %s where id = (select max(id) from delivery where accepted > 0)"
                .formatted(change);
    }

    private static String standing(String change) {
        return "update standing set %s where (teacher_id, cycle) = (select teacher_id, cycle"
                        .formatted(change)
                + " from standing order by teacher_id, cycle limit 1)";
    }

    private static String verdict(String change) {
        return "update teacher_verdict set %s where (teacher_id, cycle) = (select teacher_id, cycle"
                        .formatted(change)
                + " from teacher_verdict order by teacher_id, cycle limit 1)";
    }

    private static String entry(String change) {
        return "update ledger_entry set %s where seq = (select min(seq) from ledger_entry)"
                .formatted(change);
    }

    private static String cell(String column, int by) {
        return "update reconciliation_cell set %s = %s %%s %d where (feed_id, division_code,"
                        .formatted(column, column, by)
                + " school_year) = (select c.feed_id, division_code, school_year"
                + " from reconciliation_cell c join feed f on f.id = c.feed_id"
                + " where f.code = 'vendor-push' order by 1, 2, 3 limit 1)";
    }

    @Test
    void everyClaimFailsWhenItsDataAreBroken() throws SQLException {
        try (LawRegistry registry = new LawRegistry(home, LawRooms.VERTX)) {
            LawMatching.begin(registry.pool(), LawRooms.TERMS.first());
            LawWay way = new LawWay(registry, LawRooms.RULES, LawRooms.over(registry));
            way.take(new LawRecords(new Random(2022)), new Random(1), null);
            registry.run(SIGNED);
            assertThat(way.proof()).isEmpty();
            List<String> unseen = new ArrayList<>();
            for (Break one : BREAKS) {
                registry.run(one.sql().formatted("+"));
                if (!way.broken().contains(one.claim())) unseen.add(one.toString());
                registry.run(one.sql().formatted("-"));
                assertThat(way.proof()).as(one.toString()).isEmpty();
            }
            assertThat(unseen).as("what was broken and is not seen").isEmpty();
            assertThat(BREAKS)
                    .extracting(Break::claim)
                    .as("every claim is seen to fail")
                    .containsAll(
                            way.claims().stream()
                                    .filter(claim -> !claim.startsWith("recount/province"))
                                    .filter(claim -> !claim.startsWith("recount/national"))
                                    .filter(claim -> !claim.startsWith("recount/county-"))
                                    .toList());
        }
    }
}
