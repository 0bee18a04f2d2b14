package io.credithub.flow.report.table;

import io.credithub.domain.Text;
import io.credithub.domain.report.CellType;
import io.credithub.domain.report.ColumnTotal;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportHead.BasisLine;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.ReportSection;
import io.credithub.domain.report.ReportTable;
import io.credithub.flow.delivery.Deliveries.NumberedFinding;
import io.credithub.flow.delivery.DeliveryStatus;
import io.credithub.flow.delivery.Difference;
import io.credithub.flow.delivery.DivisionSums;
import io.credithub.flow.delivery.FindingAt;
import io.credithub.flow.delivery.RecordCounts;
import io.credithub.flow.report.head.FigureWords;
import io.credithub.flow.report.head.ReportPreamble;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a delivery's records, where it declares otherwise, and what was found. Pure.
final class DeliveryReceiptTables {
    /// One row, which is its own total.
    static final ReportSection RECORDS =
            ReportSection.of(
                    new ReportTable(
                            "records",
                            new Text("记录", "Records"),
                            List.of(
                                    only(ReportFigure.DECLARED),
                                    only(ReportFigure.RECEIVED),
                                    only(ReportFigure.ACCEPTED),
                                    only(ReportFigure.REJECTED),
                                    only(ReportFigure.DUPLICATE),
                                    only(ReportFigure.WAITING))));

    static final ReportSection DIFFERENCES =
            ReportSection.of(
                    new ReportTable(
                            "differences",
                            new Text("申报与收到不一致之处", "Where it declares otherwise"),
                            List.of(
                                    ReportColumn.words("what", "项目", "what"),
                                    ReportColumn.words("declared", "申报", "declared"),
                                    ReportColumn.words("received", "收到", "received"),
                                    ReportColumn.words("text", "说明", "remark"))));

    static final ReportSection FINDINGS =
            ReportSection.of(
                    new ReportTable(
                            "findings",
                            new Text("逐条问题", "Each finding"),
                            List.of(
                                    ReportColumn.plain(
                                            "position", "位置", "position", CellType.COUNT),
                                    ReportColumn.code("recordId", "记录编号", "record"),
                                    ReportColumn.code("code", "代码", "code"),
                                    ReportColumn.words("message", "问题", "finding"),
                                    ReportColumn.code("field", "字段", "field"),
                                    ReportColumn.words("value", "所报内容", "value"),
                                    ReportColumn.words("remedy", "处理办法", "what to do"))));

    /// The same of a division's teachers. One row, which is its own total.
    static final ReportSection SHARE =
            ReportSection.of(
                    new ReportTable(
                            "share",
                            new Text("本区划教师的记录", "Records of the division's teachers"),
                            List.of(
                                    only(ReportFigure.IN_FORCE),
                                    only(ReportFigure.ASIDE),
                                    only(ReportFigure.HELD),
                                    only(ReportFigure.REFUSED),
                                    only(ReportFigure.HOURS),
                                    only(ReportFigure.CREDITS))));

    private DeliveryReceiptTables() {}

    private static ReportColumn only(ReportFigure figure) {
        return ReportColumn.figure(figure, ColumnTotal.NONE);
    }

    static Text headline(DeliveryStatus of) {
        RecordCounts records = of.records();
        Text told =
                new Text(
                        "第%d批,来自%s:收到%s条,接收%s条,拒收%s条"
                                .formatted(
                                        of.delivery(),
                                        of.feed(),
                                        FigureWords.count(records.received()),
                                        FigureWords.count(records.accepted()),
                                        FigureWords.count(records.rejected())),
                        "Delivery %d of %s: %s received, %s accepted, %s rejected"
                                .formatted(
                                        of.delivery(),
                                        of.feed(),
                                        FigureWords.counted(records.received(), "record"),
                                        FigureWords.count(records.accepted()),
                                        FigureWords.count(records.rejected())));
        if (records.waiting() > 0) {
            String waiting = FigureWords.count(records.waiting());
            told = told.plus(new Text(",待匹配" + waiting + "条", ", " + waiting + " waiting"));
        }
        return of.finishedAt() == null
                ? told.plus(new Text(";尚未处理完毕", "; not worked off yet"))
                : told;
    }

    static List<BasisLine> basis(DeliveryStatus of, ZoneId zone) {
        List<BasisLine> lines = new ArrayList<>();
        lines.add(ReportPreamble.line("文件或请求", "reference", of.reference()));
        lines.add(ReportPreamble.line("SHA-256", "SHA-256", of.sha256()));
        lines.add(ReportPreamble.line("字节", "bytes", of.bytes()));
        lines.add(
                ReportPreamble.line("送达时间", "landed at", FigureWords.second(of.landedAt(), zone)));
        lines.add(ReportPreamble.line("处理完成", "done at", said(of.finishedAt(), zone)));
        if (of.findingsMore() > 0) {
            lines.add(ReportPreamble.line("未列出的问题", "findings not listed", of.findingsMore()));
        }
        return lines;
    }

    /// A dash where it has not happened yet.
    static String said(@Nullable Instant moment, ZoneId zone) {
        return moment == null ? "—" : FigureWords.second(moment, zone);
    }

    /// Of [#RECORDS]: as it came; what replays took of it since is theirs.
    static ReportRow records(DeliveryStatus of) {
        RecordCounts records = of.records();
        return ReportRow.of(
                ReportCell.ofNullable(records.declared()),
                ReportCell.of(records.received()),
                ReportCell.of(records.accepted()),
                ReportCell.of(records.rejected()),
                ReportCell.of(records.duplicate()),
                ReportCell.of(records.waiting()));
    }

    /// Of [#DIFFERENCES].
    static List<ReportRow> differences(DeliveryStatus of) {
        return of.differences().stream()
                .map(one ->
                        ReportRow.of(
                                ReportCell.of(words(one.what())),
                                ReportCell.of(one.declared()),
                                ReportCell.of(one.received()),
                                ReportCell.of(one.text())))
                .toList();
    }

    private static Text words(Difference.What what) {
        return switch (what) {
            case RECORDS -> new Text("记录", "records");
            case PERSONS -> new Text("人数", "persons");
            case HOURS -> new Text("学时", "hours");
        };
    }

    /// Of [#FINDINGS].
    static ReportRow finding(NumberedFinding numbered) {
        FindingAt at = numbered.finding();
        return ReportRow.of(
                ReportCell.of(at.position()),
                ReportCell.of(at.recordId()),
                ReportCell.of(at.finding().code().code()),
                ReportCell.of(at.finding().code().message()),
                ReportCell.of(at.finding().field()),
                ReportCell.of(at.finding().value()),
                ReportCell.of(at.finding().code().remedy()));
    }

    /// Of [#SHARE].
    static ReportRow share(DivisionSums sums) {
        return ReportRow.of(
                ReportCell.of(sums.inForce()),
                ReportCell.of(sums.aside()),
                ReportCell.of(sums.held()),
                ReportCell.of(sums.refused()),
                ReportCell.of(sums.inForceHours().hundredths()),
                ReportCell.of(sums.credits().hundredths()));
    }
}
