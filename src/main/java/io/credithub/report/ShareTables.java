package io.credithub.report;

import static io.credithub.report.Table.Column.number;
import static io.credithub.report.Table.Column.text;

import io.credithub.flow.delivery.DeliveryShare;
import io.credithub.flow.delivery.DivisionSums;
import io.credithub.flow.reconciliation.DivisionProof;
import io.credithub.flow.reconciliation.FeedShare;
import io.credithub.report.Table.Column;
import java.util.ArrayList;
import java.util.List;

/// What a division may know of feeds and deliveries, as tables.
final class ShareTables {
    /// Of what is in force, aside, held or refused.
    static final List<Column> SUMS =
            List.of(
                    number("入账教师", "teachersInForce"),
                    number("入账", "inForce"),
                    number("并列", "aside"),
                    number("暂挂", "held"),
                    number("不予认定", "refused"),
                    number("入账学时", "inForceHours"),
                    number("并列学时", "asideHours"),
                    number("暂挂学时", "heldHours"),
                    number("不予认定学时", "refusedHours"),
                    number("学分", "credits"));

    private ShareTables() {}

    /// One line a feed, and the sum.
    static Table feeds(DivisionProof proof) {
        List<List<String>> rows = new ArrayList<>();
        for (FeedShare feed : proof.feeds()) rows.add(row(List.of(feed.feed()), feed.posted()));
        rows.add(row(List.of(proof.total().feed()), proof.total().posted()));
        return new Table(columns(List.of(text("数据源", "feed"))), rows);
    }

    static Table deliveries(List<DeliveryShare> deliveries) {
        List<Column> heads =
                List.of(number("批次", "delivery"), text("数据源", "feed"), text("到达", "landedAt"));
        return new Table(
                columns(heads),
                deliveries.stream()
                        .map(one ->
                                row(
                                        List.of(
                                                Long.toString(one.delivery()),
                                                one.feed(),
                                                one.landedAt().toString()),
                                        one.posted()))
                        .toList());
    }

    private static List<Column> columns(List<Column> heads) {
        List<Column> columns = new ArrayList<>(heads);
        columns.addAll(SUMS);
        return columns;
    }

    private static List<String> row(List<String> heads, DivisionSums sums) {
        List<String> row = new ArrayList<>(heads);
        row.add(Long.toString(sums.teachersInForce()));
        row.add(Long.toString(sums.inForce()));
        row.add(Long.toString(sums.aside()));
        row.add(Long.toString(sums.held()));
        row.add(Long.toString(sums.refused()));
        row.add(sums.inForceHours().toString());
        row.add(sums.asideHours().toString());
        row.add(sums.heldHours().toString());
        row.add(sums.refusedHours().toString());
        row.add(sums.credits().toString());
        return row;
    }
}
