package io.credithub.flow.report.table;

import io.credithub.domain.Text;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportHead.BasisLine;
import io.credithub.domain.report.ReportHead.KeyFigure;
import io.credithub.domain.report.ReportName;
import io.credithub.domain.report.ReportRow;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.delivery.Deliveries.FindingPlace;
import io.credithub.flow.delivery.Deliveries.NumberedFinding;
import io.credithub.flow.delivery.DeliveryShare;
import io.credithub.flow.delivery.DeliveryStatus;
import io.credithub.flow.delivery.KnownDeliveries;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// What became of one delivery. As a whole it is told to who asks about all that the hub is for; a
/// division is told what it brought its own teachers.
@Singleton
public class DeliveryReceiptSource implements ReportSource {
    private static final String DELIVERY = "delivery";
    private static final int FINDINGS = 1_000;

    private final KnownDeliveries deliveries;
    private final ReportHeads heads;

    public DeliveryReceiptSource(KnownDeliveries deliveries, ReportHeads heads) {
        this.deliveries = deliveries;
        this.heads = heads;
    }

    @Override
    public ReportName name() {
        return ReportName.DELIVERY_RECEIPT;
    }

    @Override
    public Set<String> terms() {
        return Set.of(DELIVERY);
    }

    @Override
    public void check(Map<String, String> terms) {
        ReportTermRefused.number(terms, DELIVERY);
    }

    /// @return fails with [ReportTermRefused] if there is no such delivery in the asker's view
    @Override
    public Uni<ReportDocument> open(ReportQuestion question) {
        Jurisdiction within = question.within();
        return Uni.createFrom()
                .item(() -> ReportTermRefused.number(question.terms(), DELIVERY))
                .chain(number ->
                        heads.isWhole(within)
                                ? deliveries
                                        .find(number, question.asOf())
                                        .map(found -> found.orElseThrow(() -> unknown(number)))
                                        .chain(status ->
                                                above(question).map(head -> document(head, status)))
                                : deliveries
                                        .share(number, within, question.asOf())
                                        .map(found -> found.orElseThrow(() -> unknown(number)))
                                        .chain(share ->
                                                above(question)
                                                        .map(head -> document(head, share))));
    }

    private Uni<ReportPreamble> above(ReportQuestion question) {
        return heads.begin(question, ReportHeads.period(null), null);
    }

    private static ReportTermRefused unknown(long number) {
        return new ReportTermRefused(
                DELIVERY, String.valueOf(number), List.of("本辖区内的批次 a delivery in sight"));
    }

    private ReportDocument document(ReportPreamble head, DeliveryStatus of) {
        List<KeyFigure> figures =
                List.of(
                        figure(ReportFigure.RECEIVED, of.records().received()),
                        figure(ReportFigure.ACCEPTED, of.records().accepted()),
                        figure(ReportFigure.REJECTED, of.records().rejected()),
                        figure(ReportFigure.WAITING, of.records().waiting()));
        return new ReportDocument(
                head.head(
                        DeliveryReceiptTables.headline(of),
                        figures,
                        DeliveryReceiptTables.basis(of, head.asOf().zone())),
                List.of(
                        new ReportPart(
                                DeliveryReceiptTables.RECORDS,
                                ReportRows.of(List.of(DeliveryReceiptTables.records(of)))),
                        new ReportPart(
                                DeliveryReceiptTables.DIFFERENCES,
                                ReportRows.of(DeliveryReceiptTables.differences(of))),
                        new ReportPart(
                                DeliveryReceiptTables.FINDINGS,
                                findings(of.delivery(), head.question().asOf()))));
    }

    private static KeyFigure figure(ReportFigure figure, long records) {
        return new KeyFigure(figure, ReportCell.of(records));
    }

    /// Page by page.
    private ReportRows findings(long delivery, Instant asOf) {
        return take -> from(delivery, asOf, FindingPlace.FIRST, take);
    }

    private Uni<Void> from(
            long delivery,
            Instant asOf,
            FindingPlace after,
            Function<List<ReportRow>, Uni<Void>> take) {
        return deliveries
                .findings(delivery, after, FINDINGS, asOf)
                .chain(page -> {
                    Uni<Void> taken =
                            take.apply(page.stream().map(DeliveryReceiptTables::finding).toList());
                    if (page.size() < FINDINGS) return taken;
                    NumberedFinding last = page.getLast();
                    FindingPlace next = new FindingPlace(last.finding().position(), last.number());
                    return taken.chain(() -> from(delivery, asOf, next, take));
                });
    }

    private ReportDocument document(ReportPreamble head, DeliveryShare of) {
        KeyFigure inForce =
                new KeyFigure(ReportFigure.IN_FORCE, ReportCell.of(of.posted().inForce()));
        ZoneId zone = head.asOf().zone();
        Text headline =
                new Text(
                        "第%d批,来自%s:%s教师入账%s人次"
                                .formatted(
                                        of.delivery(),
                                        of.feed(),
                                        head.place().title().zh(),
                                        FigureWords.count(of.posted().inForce())),
                        "Delivery %d of %s, teachers of %s: %s in force"
                                .formatted(
                                        of.delivery(),
                                        of.feed(),
                                        head.place().title().en(),
                                        FigureWords.counted(of.posted().inForce(), "person-time")));
        List<BasisLine> basis =
                List.of(
                        ReportPreamble.line(
                                "送达时间", "landed at", FigureWords.second(of.landedAt(), zone)),
                        ReportPreamble.line(
                                "处理完成",
                                "done at",
                                DeliveryReceiptTables.said(of.finishedAt(), zone)));
        return new ReportDocument(
                head.head(headline, List.of(inForce), basis),
                List.of(
                        new ReportPart(
                                DeliveryReceiptTables.SHARE,
                                ReportRows.of(List.of(DeliveryReceiptTables.share(of.posted()))))));
    }
}
