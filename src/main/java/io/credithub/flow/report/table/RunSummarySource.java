package io.credithub.flow.report.table;

import io.credithub.domain.Text;
import io.credithub.domain.reconcile.BreakState;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportHead.BasisLine;
import io.credithub.domain.report.ReportHead.KeyFigure;
import io.credithub.domain.report.ReportName;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.breaks.BreakRun;
import io.credithub.flow.breaks.BreakRun.BreakSum;
import io.credithub.flow.breaks.BreakRun.RunBasis;
import io.credithub.flow.breaks.BreakRun.RunState;
import io.credithub.flow.breaks.KnownRuns;
import io.credithub.flow.report.ReportDocument;
import io.credithub.flow.report.ReportDocument.ReportPart;
import io.credithub.flow.report.ReportDocument.ReportRows;
import io.credithub.flow.report.ReportQuestion;
import io.credithub.flow.report.ReportSource;
import io.credithub.flow.report.ReportTermRefused;
import io.credithub.flow.report.head.FigureWords;
import io.credithub.flow.report.head.ReportHeads;
import io.credithub.flow.report.head.ReportPreamble;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/// One run of reconciliation: what it looked at, and what it left.
@Singleton
public class RunSummarySource implements ReportSource {
    private static final String RUN = "run";

    private final KnownRuns runs;
    private final ReportHeads heads;

    public RunSummarySource(KnownRuns runs, ReportHeads heads) {
        this.runs = runs;
        this.heads = heads;
    }

    @Override
    public ReportName name() {
        return ReportName.RUN_SUMMARY;
    }

    @Override
    public Set<String> terms() {
        return Set.of(RUN);
    }

    @Override
    public void check(Map<String, String> terms) {
        ReportTermRefused.number(terms, RUN);
    }

    /// @return fails with [ReportTermRefused] if there is no such run in the asker's view
    @Override
    public Uni<ReportDocument> open(ReportQuestion question) {
        Jurisdiction within = question.within();
        Jurisdiction sight = heads.isWhole(within) ? Jurisdiction.NATION : within;
        return Uni.createFrom()
                .item(() -> ReportTermRefused.number(question.terms(), RUN))
                .chain(number ->
                        number > Integer.MAX_VALUE
                                ? Uni.createFrom().failure(unknown(number))
                                : runs.find(Math.toIntExact(number), sight, question.asOf())
                                        .map(run -> run.orElseThrow(() -> unknown(number))))
                .chain(run ->
                        heads.begin(
                                        question,
                                        ReportHeads.period(run.schoolYear()),
                                        run.schoolYear())
                                .map(head -> document(head, run)));
    }

    private static ReportTermRefused unknown(long number) {
        return new ReportTermRefused(
                RUN, String.valueOf(number), List.of("本辖区内的对账批次 a run in sight"));
    }

    private static ReportDocument document(ReportPreamble head, BreakRun run) {
        RunSummaryTables tables = new RunSummaryTables(run, head::titleOf);
        List<KeyFigure> figures =
                List.of(
                        new KeyFigure(
                                ReportFigure.OPEN_BREAKS,
                                ReportCell.of(ofOpen(run, BreakSum::breaks))),
                        new KeyFigure(ReportFigure.IN_QUESTION, ReportCell.of(inQuestion(run))));
        return new ReportDocument(
                head.head(head.headline(headline(run)), figures, basis(run, head.asOf().zone())),
                List.of(
                        new ReportPart(RunSummaryTables.changed(), ReportRows.of(tables.changes())),
                        new ReportPart(
                                RunSummaryTables.byCounty(), ReportRows.of(tables.counties())),
                        new ReportPart(RunSummaryTables.byCode(), ReportRows.of(tables.codes()))));
    }

    private static long ofOpen(BreakRun run, ToLongFunction<BreakSum> amount) {
        return run.summary().stream()
                .filter(sum -> sum.state() == BreakState.OPEN)
                .mapToLong(amount)
                .sum();
    }

    private static long inQuestion(BreakRun run) {
        return ofOpen(run, sum -> sum.inQuestion().hundredths());
    }

    private static Text headline(BreakRun run) {
        if (run.state() != RunState.DONE) {
            return new Text(
                    "第%d次对账尚无结果(%s)".formatted(run.id(), words(run.state()).zh()),
                    "run %d has no result (%s)".formatted(run.id(), words(run.state()).en()));
        }
        long open = ofOpen(run, BreakSum::breaks);
        String credits = FigureWords.hundredths(inQuestion(run));
        return new Text(
                "第%d次对账后,未处理差异%s项,存疑学分%s".formatted(run.id(), FigureWords.count(open), credits),
                "run %d left %s, %s credits in question"
                        .formatted(run.id(), FigureWords.counted(open, "open break"), credits));
    }

    private static Text words(RunState state) {
        return switch (state) {
            case WAITING -> new Text("等待中", "waiting");
            case RUNNING -> new Text("进行中", "running");
            case DONE -> new Text("已完成", "done");
            case FAILED -> new Text("已中断", "failed");
            case CANCELLED -> new Text("已取消", "cancelled");
        };
    }

    private static List<BasisLine> basis(BreakRun run, ZoneId zone) {
        List<BasisLine> lines = new ArrayList<>();
        lines.add(ReportPreamble.line("对账范围", "looked at", run.division()));
        lines.add(ReportPreamble.line("比对记录", "compared", run.counts().compared()));
        lines.add(ReportPreamble.line("发起", "asked by", run.askedBy()));
        Instant finished = run.finishedAt();
        String at = finished == null ? "—" : FigureWords.second(finished, zone);
        lines.add(ReportPreamble.line("完成时间", "finished at", at));
        RunBasis on = run.basis();
        if (on != null) {
            lines.add(
                    ReportPreamble.line(
                            "对账时的规则 · 匹配口径 · 账本末笔",
                            "rules · matching · ledger line of the run",
                            on.rulebook(),
                            on.matching(),
                            on.ledgerSeq()));
        }
        return lines;
    }
}
