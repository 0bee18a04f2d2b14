package io.credithub.flow.report.person;

import io.credithub.domain.Text;
import io.credithub.domain.completion.Facts;
import io.credithub.domain.ledger.HoldReason;
import io.credithub.domain.ledger.LedgerEntry.EntryKind;
import io.credithub.domain.ledger.Valuation;
import io.credithub.domain.ledger.VersionState;
import io.credithub.domain.report.CellType;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportRow;
import io.credithub.flow.explain.AwardExplanation;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.Feeds;
import io.credithub.flow.report.ReportDocument.ReportPart;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.statement.HeldRecords.HeldTraining;
import io.credithub.flow.statement.Statement;
import io.credithub.flow.statement.Statement.Explained;
import io.credithub.flow.teacher.Registry.LedgerLine;
import io.credithub.flow.teacher.Registry.LineAdjustment;
import io.credithub.flow.teacher.Registry.RecordOrigin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The trainings of a statement: those that count, those that do not, and why. Pure.
final class TrainingRows {
    private static final ReportColumn COMPLETED =
            ReportColumn.plain("completedOn", "结业日期", "completed on", CellType.DAY);
    private static final ReportColumn PROGRAMME =
            ReportColumn.words("programme", "培训项目", "programme");
    private static final ReportColumn SOURCE = ReportColumn.words("source", "来源", "source");
    private static final ReportColumn REASON = ReportColumn.words("reason", "原因", "reason");

    private final Feeds feeds;
    private final Policies policies;
    private final Statement statement;
    private final List<Explained> inForce;

    TrainingRows(Feeds feeds, Policies policies, Statement statement) {
        this.feeds = feeds;
        this.policies = policies;
        this.statement = statement;
        this.inForce = inForce(statement.entries());
    }

    private record PostedContent(String feed, String recordId, int version) {
        static PostedContent of(LedgerLine line) {
            RecordOrigin origin = line.origin();
            return new PostedContent(origin.feed(), origin.recordId(), origin.version());
        }
    }

    /// The awards that no reversal took back, by the day of completion.
    private static List<Explained> inForce(List<Explained> entries) {
        Map<PostedContent, Explained> awards = new LinkedHashMap<>();
        for (Explained entry : entries) {
            LedgerLine line = entry.line();
            if (line.kind() == EntryKind.AWARD) awards.put(PostedContent.of(line), entry);
            else awards.remove(PostedContent.of(line));
        }
        return awards.values().stream()
                .sorted(
                        Comparator.comparing((Explained one) -> one.line().facts().completedOn())
                                .thenComparingLong(one -> one.line().seq()))
                .toList();
    }

    ReportPart inForce() {
        List<ReportRow> rows = new ArrayList<>();
        for (Explained one : inForce) {
            LedgerLine line = one.line();
            rows.add(
                    ReportRow.of(
                            ReportCell.of(line.facts().completedOn()),
                            ReportCell.of(AwardExplanation.shown(line.programme())),
                            ReportCell.of(source(line.origin().feed())),
                            ReportCell.of(kind(line.facts())),
                            ReportCell.of((long) line.facts().training().hourHundredths()),
                            ReportCell.of(line.amounts().credits().hundredths()),
                            ReportCell.of(paragraphs(one))));
        }
        return PersonTables.part(
                "records",
                "入账记录",
                "Records in force",
                List.of(
                        COMPLETED,
                        PROGRAMME,
                        SOURCE,
                        ReportColumn.words("kind", "层次与形式", "level and form"),
                        ReportColumn.sum(ReportFigure.HOURS),
                        ReportColumn.sum(ReportFigure.CREDITS),
                        ReportColumn.code("paragraphs", "依据条款", "paragraphs")),
                rows);
    }

    private static Text paragraphs(Explained one) {
        return new Text(String.join("、", one.paragraphs()), String.join(", ", one.paragraphs()));
    }

    private static Text kind(Facts facts) {
        String level = facts.level().name().toLowerCase(Locale.ROOT);
        String form = facts.training().form().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Text(
                facts.level().zh() + " " + facts.training().form().zh(), level + ", " + form);
    }

    private Text source(String feed) {
        return feeds.stated(feed).map(FeedDefinition::title).orElseGet(() -> new Text(feed, feed));
    }

    ReportPart held() {
        List<ReportRow> rows = new ArrayList<>();
        for (HeldTraining held : statement.held()) {
            Valuation worth = held.version().copy().worth();
            rows.add(
                    ReportRow.of(
                            ReportCell.of(worth == null ? null : worth.facts().completedOn()),
                            ReportCell.of(AwardExplanation.shown(held.programme())),
                            ReportCell.of(source(held.version().copy().origin().feedCode())),
                            ReportCell.of(
                                    held.version().now() == VersionState.REFUSED
                                            ? new Text("不予认定", "refused")
                                            : new Text("暂缓", "held")),
                            ReportCell.of(reason(held)),
                            ReportCell.ofNullable(credits(worth)),
                            ReportCell.of(policies.dayOf(held.since()))));
        }
        return PersonTables.part(
                "held",
                "暂缓与不予认定",
                "Held and refused",
                List.of(
                        COMPLETED,
                        PROGRAMME,
                        SOURCE,
                        ReportColumn.words("state", "状态", "state"),
                        REASON,
                        ReportColumn.sum(ReportFigure.WORTH),
                        ReportColumn.plain("since", "起始日期", "since", CellType.DAY)),
                rows);
    }

    private static @Nullable Long credits(@Nullable Valuation worth) {
        return worth == null ? null : Long.valueOf(worth.price().credits());
    }

    private static Text reason(HeldTraining held) {
        HoldReason reason = held.reason();
        String refused = held.refused();
        if (refused != null) {
            String said = AwardExplanation.shown(refused);
            return new Text(said, said);
        }
        return reason == null ? Text.EMPTY : reason.text();
    }

    boolean isAnyReversed() {
        return statement.entries().stream()
                .anyMatch(one -> one.line().kind() == EntryKind.REVERSAL);
    }

    ReportPart reversed() {
        List<ReportRow> rows = new ArrayList<>();
        for (Explained one : statement.entries()) {
            LedgerLine line = one.line();
            if (line.kind() != EntryKind.REVERSAL) continue;
            rows.add(
                    ReportRow.of(
                            ReportCell.of(policies.dayOf(line.postedAt())),
                            ReportCell.of(AwardExplanation.shown(line.programme())),
                            ReportCell.of(source(line.origin().feed())),
                            ReportCell.of(line.why().reason().text()),
                            ReportCell.of(line.amounts().credits().hundredths())));
        }
        return PersonTables.part(
                "reversed",
                "已冲销",
                "Reversed",
                List.of(
                        ReportColumn.plain("postedOn", "冲销日期", "reversed on", CellType.DAY),
                        PROGRAMME,
                        SOURCE,
                        REASON,
                        ReportColumn.sum(ReportFigure.CREDITS)),
                rows);
    }

    boolean isAnyAdjusted() {
        return inForce.stream().anyMatch(one -> one.line().adjustment() != null);
    }

    ReportPart adjusted() {
        List<ReportRow> rows = new ArrayList<>();
        for (Explained one : inForce) {
            LineAdjustment adjustment = one.line().adjustment();
            if (adjustment == null) continue;
            Long byRules = one.byRules() == null ? null : one.byRules().hundredths();
            rows.add(
                    ReportRow.of(
                            ReportCell.of(policies.dayOf(adjustment.at())),
                            ReportCell.of(AwardExplanation.shown(one.line().programme())),
                            ReportCell.of(AwardExplanation.shown(adjustment.reason())),
                            ReportCell.ofNullable(byRules),
                            ReportCell.of(adjustment.credits().hundredths())));
        }
        return PersonTables.part(
                "adjusted",
                "核定调整",
                "Adjusted",
                List.of(
                        ReportColumn.plain("adjustedOn", "调整日期", "adjusted on", CellType.DAY),
                        PROGRAMME,
                        REASON,
                        ReportColumn.sum(ReportFigure.WORTH),
                        ReportColumn.sum(ReportFigure.CREDITS)),
                rows);
    }
}
