package io.credithub.apart.demo;

import io.credithub.apart.House;
import io.credithub.app.start.HubEnvironment;
import io.credithub.demo.Province;
import io.credithub.demo.ProvinceFiles;
import io.credithub.demo.answer.ExpectedCredits;
import io.credithub.domain.Hundredths;
import io.credithub.flow.delivery.Deliveries;
import io.credithub.flow.ledger.ChainProof;
import io.credithub.flow.ledger.ChainReport;
import io.credithub.flow.reconciliation.CountyStanding;
import io.credithub.flow.reconciliation.Invariant;
import io.credithub.flow.reconciliation.Reconcile;
import io.credithub.flow.reconciliation.Reconciliation;
import io.credithub.flow.teacher.Balances;
import io.credithub.flow.teacher.Balances.TeacherBalance;
import io.credithub.report.ConsoleTable;
import io.credithub.report.ReconciliationTables;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The demo's closing: the proof as tables, every invariant, and every teacher held against the
/// answer key.
class DemoClosing {
    private static final int CYCLE = 2022;
    private static final int NAMED_MAX = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Reconcile reconcile;
    private final ChainProof chain;
    private final Balances balances;
    private final DemoSources sources;

    DemoClosing() {
        this.reconcile = House.part(Reconcile.class);
        this.chain = House.part(ChainProof.class);
        this.balances = House.part(Balances.class);
        this.sources = new DemoSources(House.part(Deliveries.class));
    }

    /// @return whether everything holds
    boolean close(Province province, ProvinceFiles files, PrintWriter out) throws IOException {
        Reconciliation proof = reconcile.reconcile(true).await().atMost(PATIENCE);
        int width = HubEnvironment.ofThisProcess().consoleWidth();
        out.println();
        out.println(ConsoleTable.of(ReconciliationTables.feeds(proof), width));
        out.println(ConsoleTable.of(ReconciliationTables.years(proof.years()), width));
        List<CountyStanding> standings = new ArrayList<>(proof.standingsByCity());
        standings.addAll(proof.standingsInAll());
        out.println(ConsoleTable.of(ReconciliationTables.standings(standings), width));
        boolean holds = proof.holds();
        for (Invariant claim : proof.invariants()) {
            out.printf(
                    "%s %s · %s %s%n",
                    mark(claim),
                    claim.claim().zh(),
                    claim.claim().en(),
                    claim.holds() ? "" : claim.figures());
        }
        ChainReport report = chain.verify().await().atMost(PATIENCE);
        out.printf(
                "%s 账本链完整 · the chain is whole: %,d 块 blocks, %,d 笔 entries, %s%n",
                report.isWhole() ? "✓" : "✗", report.blocks(), report.entries(), report.headHash());
        boolean planted = sources.close(files, out);
        boolean covered = cover(province, proof.standings(), out);
        boolean right = compare(province, out);
        out.flush();
        return holds && planted && covered && report.isWhole() && right;
    }

    /// What differs from a source is that source's matter, and no fault of the hub.
    private static String mark(Invariant claim) {
        if (claim.holds()) return "✓";
        return claim.about() == Invariant.InvariantScope.SOURCES ? "≠" : "✗";
    }

    /// Every county answers for as many teachers as the generator put there.
    private static boolean cover(
            Province province, List<CountyStanding> standings, PrintWriter out) {
        Map<String, Long> found = new TreeMap<>();
        for (CountyStanding county : standings) {
            if (county.cycle() == CYCLE) found.put(county.division(), county.teachers());
        }
        Map<String, Long> expected = province.teachersByCounty();
        long teachers = found.values().stream().mapToLong(Long::longValue).sum();
        boolean same = found.equals(expected);
        out.printf(
                "%s 各县教师人数与答案一致 · teachers of every county, the seconded at home, against the"
                        + " answer key: %,d 县 counties, %,d 人 teachers%n",
                same ? "✓" : "✗", found.size(), teachers);
        return same;
    }

    private boolean compare(Province province, PrintWriter out) {
        Map<String, TeacherBalance> found = balances.of(CYCLE).await().atMost(PATIENCE);
        long teachers = 0;
        long wrong = 0;
        for (Iterator<ExpectedCredits> answers = province.answers().iterator();
                answers.hasNext(); ) {
            ExpectedCredits answer = answers.next();
            TeacherBalance balance = found.getOrDefault(answer.teacherNo(), TeacherBalance.NOTHING);
            teachers++;
            if (agree(answer, balance)) continue;
            wrong++;
            if (wrong <= NAMED_MAX) {
                out.printf(
                        "  %s: 应为 expected %s / %s %s, 实为 found %s / %s %s%n",
                        answer.teacherNo(),
                        Hundredths.text(answer.total()),
                        Hundredths.text(answer.recognised()),
                        answer.years(),
                        Hundredths.text(balance.earned()),
                        Hundredths.text(balance.recognised()),
                        balance.years());
            }
        }
        out.printf(
                "%s 与答案逐人核对 · every teacher, earned, recognised and by school year,"
                        + " against the answer key: %,d, 不符 wrong %,d%n",
                wrong == 0 ? "✓" : "✗", teachers, wrong);
        return wrong == 0;
    }

    /// In all three: what was earned, what is recognised, and what each school year earned.
    private static boolean agree(ExpectedCredits answer, TeacherBalance balance) {
        return balance.earned() == answer.total()
                && balance.recognised() == answer.recognised()
                && balance.years().equals(answer.years());
    }
}
