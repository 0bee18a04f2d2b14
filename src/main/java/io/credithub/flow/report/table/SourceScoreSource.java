package io.credithub.flow.report.table;

import io.credithub.domain.Text;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportCell.Amount;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportHead.KeyFigure;
import io.credithub.domain.report.ReportName;
import io.credithub.flow.report.ReportDocument;
import io.credithub.flow.report.ReportDocument.ReportPart;
import io.credithub.flow.report.ReportDocument.ReportRows;
import io.credithub.flow.report.ReportQuestion;
import io.credithub.flow.report.ReportSource;
import io.credithub.flow.report.head.FigureWords;
import io.credithub.flow.report.head.ReportHeads;
import io.credithub.flow.report.head.ReportPreamble;
import io.credithub.flow.report.table.SourceScoreFigures.SourceScoreDeliveries;
import io.credithub.flow.report.table.SourceScoreFigures.SourceScoreQuestion;
import io.credithub.flow.report.table.SourceScoreFigures.SourceScoreSums;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/// The scorecard of sources in a school year. What was delivered spans divisions: only who asks
/// about all that the hub is for is told. A division is told of its own teachers' records.
@Singleton
public class SourceScoreSource implements ReportSource {
    private final SourceScoreFigures figures;
    private final ReportHeads heads;

    public SourceScoreSource(SourceScoreFigures figures, ReportHeads heads) {
        this.figures = figures;
        this.heads = heads;
    }

    @Override
    public ReportName name() {
        return ReportName.SOURCES;
    }

    @Override
    public Uni<ReportDocument> open(ReportQuestion question) {
        SourceScoreQuestion asked = SourceScoreQuestion.of(question, heads);
        return figures.read(asked)
                .chain(sums ->
                        heads.above(question, ReportHeads.period(asked.schoolYear()), sums.basis())
                                .map(head -> document(head, asked, sums)));
    }

    private ReportDocument document(
            ReportPreamble head, SourceScoreQuestion asked, SourceScoreSums sums) {
        SourceScoreTables tables = new SourceScoreTables(asked, sums);
        List<ReportPart> parts = new ArrayList<>();
        parts.add(new ReportPart(tables.byRecords(), ReportRows.of(tables.records())));
        if (asked.isWhole()) {
            parts.add(
                    new ReportPart(
                            SourceScoreTables.byDeliveries(), ReportRows.of(tables.deliveries())));
        }
        return new ReportDocument(head.head(headline(head, tables), keyFigures(tables)), parts);
    }

    private static List<KeyFigure> keyFigures(SourceScoreTables tables) {
        List<KeyFigure> all = new ArrayList<>();
        if (tables.question().isWhole()) {
            for (ReportFigure figure :
                    List.of(
                            ReportFigure.DELIVERIES,
                            ReportFigure.RECEIVED,
                            ReportFigure.REJECTED_SHARE)) {
                all.add(new KeyFigure(figure, tables.ofAllDeliveries(figure)));
            }
        }
        for (ReportFigure figure : List.of(ReportFigure.MATCH_RATE, ReportFigure.LATE_SHARE)) {
            all.add(new KeyFigure(figure, tables.ofAllRecords(figure)));
        }
        all.add(new KeyFigure(ReportFigure.OPEN_BREAKS, openBreaks(tables)));
        return all;
    }

    /// None where a run has looked and there is no row; unknown where none has.
    private static ReportCell openBreaks(SourceScoreTables tables) {
        return tables.sums().isReconciled()
                ? ReportCell.of(tables.amountOf(ReportFigure.OPEN_BREAKS))
                : ReportCell.NOTHING;
    }

    private static Text headline(ReportPreamble head, SourceScoreTables tables) {
        ReportCell rate = tables.ofAllRecords(ReportFigure.MATCH_RATE);
        if (!(rate instanceof Amount)) {
            return head.headline(new Text("尚无记录", "no records yet")).plus(silent(tables));
        }
        int sources = tables.sums().records().size();
        String share = FigureWords.share(rate);
        Text said =
                new Text(
                        "%d个数据源,匹配率%s".formatted(sources, share),
                        "%s, %s of their records matched"
                                .formatted(FigureWords.counted(sources, "source"), share));
        return head.headline(said)
                .plus(breaks(tables))
                .plus(head.remark(tables.amountOf(ReportFigure.OPEN_BREAKS) > 0))
                .plus(silent(tables));
    }

    /// Nothing where no run has looked: then nobody knows.
    private static Text breaks(SourceScoreTables tables) {
        if (!tables.sums().isReconciled()) return Text.EMPTY;
        long breaks = tables.amountOf(ReportFigure.OPEN_BREAKS);
        return new Text(
                ",未处理差异%s项".formatted(FigureWords.count(breaks)),
                ", " + FigureWords.counted(breaks, "open break"));
    }

    /// The source that has been silent for the longest, if anything is told of deliveries.
    private static Text silent(SourceScoreTables tables) {
        String feed = "";
        long longest = -1;
        for (SourceScoreDeliveries of : tables.sums().deliveries()) {
            Long silence = tables.silence(of);
            if (silence == null || silence <= longest) continue;
            longest = silence;
            feed = of.feed();
        }
        if (longest <= 0) return Text.EMPTY;
        return new Text(
                ";最久未送达的是%s(%d天)".formatted(feed, longest),
                "; silent for the longest: %s (%s)"
                        .formatted(feed, FigureWords.counted(longest, "day")));
    }
}
