package io.credithub.report;

import static io.credithub.report.Table.Column.number;
import static io.credithub.report.Table.Column.text;

import io.credithub.flow.delivery.DeliveryStatus;
import io.credithub.flow.delivery.Difference;
import io.credithub.flow.delivery.HourCounts;
import io.credithub.flow.delivery.PersonCounts;
import io.credithub.flow.delivery.RecordCounts;
import io.credithub.flow.reconciliation.CountyStanding;
import io.credithub.flow.reconciliation.FeedSums;
import io.credithub.flow.reconciliation.Invariant;
import io.credithub.flow.reconciliation.PlaceSums;
import io.credithub.flow.reconciliation.Posted;
import io.credithub.flow.reconciliation.Reconciliation;
import io.credithub.report.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The proof as tables: by feed, county, school year and delivery, and its claims.
public final class ReconciliationTables {
    private static final List<Column> INTAKE =
            List.of(
                    number("申报", "declared"),
                    number("未申报", "undeclared"),
                    number("收到", "received"),
                    number("接受", "accepted"),
                    number("拒绝", "rejected"),
                    number("重复", "duplicate"),
                    number("待匹配", "waiting"),
                    number("未处理", "unprocessed"));

    private ReconciliationTables() {}

    /// One line a feed, and the sum.
    public static Table feeds(Reconciliation proof) {
        List<Column> columns = new ArrayList<>();
        columns.add(text("数据源", "feed"));
        columns.add(number("批次", "deliveries"));
        columns.addAll(INTAKE);
        columns.add(number("入账", "inForce"));
        columns.add(number("并列", "aside"));
        columns.add(number("暂挂", "held"));
        columns.add(number("不予认定", "refused"));
        columns.add(number("更替", "replaced"));
        columns.add(number("申报人数", "personsDeclared"));
        columns.add(number("收到人数", "personsReceived"));
        columns.add(number("入账教师", "teachersInForce"));
        columns.add(number("申报学时", "declaredHours"));
        columns.add(number("收到学时", "hours"));
        columns.add(number("入账学时", "inForceHours"));
        columns.add(number("学分", "credits"));
        List<List<String>> rows = new ArrayList<>();
        for (FeedSums feed : proof.feeds()) rows.add(row(feed));
        rows.add(row(proof.total()));
        return new Table(columns, rows);
    }

    private static List<String> row(FeedSums feed) {
        List<String> row = new ArrayList<>();
        Posted posted = feed.posted();
        row.add(feed.feed());
        row.add(Long.toString(feed.deliveries()));
        row.addAll(intake(feed.records()));
        row.add(Long.toString(posted.inForce()));
        row.add(Long.toString(posted.aside()));
        row.add(Long.toString(posted.held()));
        row.add(Long.toString(posted.refused()));
        row.add(Long.toString(posted.replaced()));
        row.addAll(persons(feed.persons()));
        row.add(Long.toString(posted.teachersInForce()));
        row.addAll(hours(feed.hours()));
        row.add(posted.inForceHours().toString());
        row.add(posted.credits().toString());
        return row;
    }

    public static Table counties(List<PlaceSums> counties) {
        return places(text("行政区划", "division"), counties);
    }

    public static Table years(List<PlaceSums> years) {
        return places(text("学年", "schoolYear"), years);
    }

    private static Table places(Column key, List<PlaceSums> places) {
        List<Column> columns = new ArrayList<>(List.of(key, number("花名册教师", "teachers")));
        columns.addAll(ShareTables.SUMS);
        return new Table(
                columns,
                places.stream()
                        .map(place ->
                                List.of(
                                        place.key(),
                                        orNone(place.teachers()),
                                        Long.toString(place.teachersInForce()),
                                        Long.toString(place.inForce()),
                                        Long.toString(place.aside()),
                                        Long.toString(place.held()),
                                        Long.toString(place.refused()),
                                        place.inForceHours().toString(),
                                        place.asideHours().toString(),
                                        place.heldHours().toString(),
                                        place.refusedHours().toString(),
                                        place.credits().toString()))
                        .toList());
    }

    /// Where the teachers are, by place and cycle.
    public static Table standings(List<CountyStanding> places) {
        return new Table(
                List.of(
                        text("行政区划", "division"),
                        number("周期", "cycle"),
                        number("教师", "teachers"),
                        number("有记录", "withRecords"),
                        number("无记录", "withoutRecords"),
                        number("合格", "qualified"),
                        number("未满", "notYet"),
                        number("不合格", "unqualified"),
                        number("不登记", "notRegistered"),
                        number("离职", "left"),
                        number("学分", "earned"),
                        number("认定", "recognised")),
                places.stream().map(ReconciliationTables::row).toList());
    }

    private static List<String> row(CountyStanding place) {
        return List.of(
                place.division(),
                Integer.toString(place.cycle()),
                Long.toString(place.teachers()),
                Long.toString(place.withRecords()),
                Long.toString(place.withoutRecords()),
                Long.toString(place.qualified()),
                Long.toString(place.notYet()),
                Long.toString(place.unqualified()),
                Long.toString(place.notRegistered()),
                Long.toString(place.left()),
                place.earned().toString(),
                place.recognised().toString());
    }

    public static Table deliveries(List<DeliveryStatus> deliveries) {
        List<Column> columns = new ArrayList<>();
        columns.add(number("批次", "delivery"));
        columns.add(text("数据源", "feed"));
        columns.add(text("来源", "reference"));
        columns.add(text("到达", "landedAt"));
        columns.addAll(INTAKE);
        columns.add(number("申报人数", "personsDeclared"));
        columns.add(number("收到人数", "personsReceived"));
        columns.add(number("申报学时", "declaredHours"));
        columns.add(number("收到学时", "hours"));
        columns.add(text("差异", "differences"));
        return new Table(columns, deliveries.stream().map(ReconciliationTables::row).toList());
    }

    private static List<String> row(DeliveryStatus delivery) {
        List<String> row = new ArrayList<>();
        row.add(Long.toString(delivery.delivery()));
        row.add(delivery.feed());
        row.add(delivery.reference());
        row.add(delivery.landedAt().toString());
        row.addAll(intake(delivery.records()));
        row.addAll(persons(delivery.persons()));
        row.addAll(hours(delivery.hours()));
        row.add(
                delivery.differences().stream()
                        .map(ReconciliationTables::words)
                        .collect(Collectors.joining("; ")));
        return row;
    }

    private static String words(Difference difference) {
        return "%s(%s ≠ %s) %s"
                .formatted(
                        difference.text().zh(),
                        difference.declared(),
                        difference.received(),
                        difference.text().en());
    }

    /// The claims of the proof, and whether each holds.
    public static Table claims(Reconciliation proof) {
        return new Table(
                List.of(text("结论", "result"), text("不变量", "invariant"), text("数据", "figures")),
                proof.invariants().stream().map(ReconciliationTables::row).toList());
    }

    private static List<String> row(Invariant claim) {
        return List.of(
                claim.holds() ? "成立 ok" : "不成立 NOT OK",
                claim.claim().zh(),
                claim.figures().stream()
                        .map(figure -> figure.name() + "=" + figure.value())
                        .collect(Collectors.joining(" ")));
    }

    private static List<String> intake(RecordCounts records) {
        return List.of(
                orNone(records.declared()),
                Long.toString(records.undeclared()),
                Long.toString(records.received()),
                Long.toString(records.accepted()),
                Long.toString(records.rejected()),
                Long.toString(records.duplicate()),
                Long.toString(records.waiting()),
                Long.toString(records.unprocessed()));
    }

    private static List<String> persons(PersonCounts persons) {
        return List.of(orNone(persons.declared()), Long.toString(persons.received()));
    }

    private static List<String> hours(HourCounts hours) {
        return List.of(orNone(hours.declared()), hours.received().toString());
    }

    private static String orNone(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
