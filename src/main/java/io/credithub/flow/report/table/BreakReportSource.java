package io.credithub.flow.report.table;

import io.credithub.domain.Text;
import io.credithub.domain.reconcile.BreakCode;
import io.credithub.domain.reconcile.BreakOwner;
import io.credithub.domain.reconcile.BreakState;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportHead;
import io.credithub.domain.report.ReportHead.KeyFigure;
import io.credithub.domain.report.ReportName;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.Feeds;
import io.credithub.flow.report.ReportDocument;
import io.credithub.flow.report.ReportDocument.ReportPart;
import io.credithub.flow.report.ReportDocument.ReportRows;
import io.credithub.flow.report.ReportQuestion;
import io.credithub.flow.report.ReportSource;
import io.credithub.flow.report.ReportTermRefused;
import io.credithub.flow.report.head.FigureWords;
import io.credithub.flow.report.head.ReportHeads;
import io.credithub.flow.report.head.ReportPreamble;
import io.credithub.flow.report.table.BreakReportFigures.BreakReportFilter;
import io.credithub.flow.report.table.BreakReportFigures.BreakReportSums;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Breaks with their ages. Without a school year, of all of them; without a state, those that
/// somebody has to see to.
@Singleton
public class BreakReportSource implements ReportSource {
    private static final String CODE = "code";
    private static final String OWNER = "owner";
    private static final String STATE = "state";
    private static final String FEED = "feed";

    private final BreakReportFigures breaks;
    private final Feeds feeds;
    private final ReportHeads heads;

    public BreakReportSource(BreakReportFigures breaks, Feeds feeds, ReportHeads heads) {
        this.breaks = breaks;
        this.feeds = feeds;
        this.heads = heads;
    }

    @Override
    public ReportName name() {
        return ReportName.BREAKS;
    }

    @Override
    public Set<String> terms() {
        return Set.of(CODE, OWNER, STATE, FEED);
    }

    @Override
    public void check(Map<String, String> terms) {
        ReportTermRefused.one(terms, STATE, BreakState.values());
        ReportTermRefused.one(terms, CODE, BreakCode.values());
        ReportTermRefused.one(terms, OWNER, BreakOwner.values());
        feed(terms);
    }

    /// @return null: of any
    private @Nullable String feed(Map<String, String> terms) {
        String feed = terms.get(FEED);
        if (feed == null || feeds.stated(feed).isPresent()) return feed;
        throw new ReportTermRefused(
                FEED, feed, feeds.all().stream().map(FeedDefinition::code).toList());
    }

    /// @return fails with [ReportTermRefused] if a code, an owner, a state or a feed is none
    @Override
    public Uni<ReportDocument> open(ReportQuestion question) {
        return Uni.createFrom()
                .item(() -> filter(question))
                .chain(filter ->
                        breaks.sums(filter)
                                .chain(sums ->
                                        heads.above(question, period(question), sums.basis())
                                                .map(head -> document(head, filter, sums))));
    }

    private BreakReportFilter filter(ReportQuestion question) {
        Map<String, String> terms = question.terms();
        BreakState state = ReportTermRefused.one(terms, STATE, BreakState.values());
        return new BreakReportFilter(
                question.within(),
                heads.isWhole(question.within()),
                question.schoolYear(),
                state == null ? BreakState.OPEN : state,
                ReportTermRefused.one(terms, CODE, BreakCode.values()),
                ReportTermRefused.one(terms, OWNER, BreakOwner.values()),
                feed(terms),
                heads.basisOf(question, question.schoolYear()));
    }

    private ReportDocument document(
            ReportPreamble above, BreakReportFilter filter, BreakReportSums sums) {
        BreakReportTables tables = new BreakReportTables(filter.state(), sums.sums());
        BreakReportList list = new BreakReportList(filter.asOf(), heads.zone(), above::titleOf);
        ReportRows each =
                take ->
                        breaks.each(
                                filter, some -> take.apply(some.stream().map(list::row).toList()));
        return new ReportDocument(
                head(above, tables),
                List.of(
                        new ReportPart(tables.byAge(), ReportRows.of(tables.ages())),
                        new ReportPart(tables.byCode(), ReportRows.of(tables.codes())),
                        new ReportPart(BreakReportList.section(), each)));
    }

    private static Text period(ReportQuestion question) {
        return ReportHeads.period(question.schoolYear());
    }

    private static ReportHead head(ReportPreamble above, BreakReportTables tables) {
        List<KeyFigure> figures =
                List.of(
                        new KeyFigure(tables.figure(), ReportCell.of(tables.breaks())),
                        new KeyFigure(ReportFigure.OVERDUE_BREAKS, ReportCell.of(tables.overdue())),
                        new KeyFigure(
                                ReportFigure.IN_QUESTION, ReportCell.of(tables.inQuestion())));
        Text said = headline(tables, above.basis().run() != null);
        return above.head(above.headline(said).plus(behind(above, tables)), figures);
    }

    /// How far breaks are behind the ledger; where none was ever looked for the headline says so.
    private static Text behind(ReportPreamble above, BreakReportTables tables) {
        boolean isSaid = above.basis().run() == null && tables.breaks() == 0;
        return isSaid ? Text.EMPTY : above.remark(tables.breaks() > 0);
    }

    private static Text headline(BreakReportTables tables, boolean isLookedAt) {
        Text state = tables.state().text();
        long breaks = tables.breaks();
        if (breaks == 0 && !isLookedAt) {
            return new Text("本范围尚未对账", "no run of reconciliation has looked at all of this yet");
        }
        if (breaks == 0) {
            return new Text(
                    "没有差异(%s)".formatted(state.zh()), "no breaks (%s)".formatted(state.en()));
        }
        String overdue = FigureWords.count(tables.overdue());
        String credits = FigureWords.hundredths(tables.inQuestion());
        return new Text(
                "差异%s项(%s),其中超过90天的%s项;存疑学分%s"
                        .formatted(FigureWords.count(breaks), state.zh(), overdue, credits),
                "%s (%s), %s of them for more than 90 days; %s credits in question"
                        .formatted(
                                FigureWords.counted(breaks, "break"),
                                state.en(),
                                overdue,
                                credits));
    }
}
