package io.credithub.app.command;

import static io.credithub.app.command.PrintedList.ListColumn.both;
import static io.credithub.app.command.PrintedList.ListColumn.csvOnly;
import static io.credithub.report.Table.Column.number;
import static io.credithub.report.Table.Column.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credithub.app.command.PrintedList.ListColumn;
import java.util.List;
import java.util.StringJoiner;

/// What is told of subscriptions, deliveries and targets.
final class SubscriptionColumns {
    static final PrintedList SUBSCRIPTIONS =
            new PrintedList(
                    List.of(
                            both(number("编号", "id"), "id"),
                            both(text("报表", "report"), "report", "name"),
                            both(text("范围", "division"), "report", "division"),
                            csvOnly(text("学年", "school year"), "report", "schoolYear"),
                            csvOnly(text("条件", "terms"), "report", "terms"),
                            csvOnly(text("格式", "format"), "report", "format"),
                            csvOnly(text("语言", "language"), "report", "language"),
                            new ListColumn(text("时间", "when"), true, SubscriptionColumns::when),
                            both(text("目标", "target"), "target"),
                            csvOnly(text("收件人", "recipients"), "recipients"),
                            both(text("状态", "state"), "state"),
                            csvOnly(text("暂停原因", "paused for"), "pausedFor", "code"),
                            both(text("下次", "next"), "nextDue"),
                            csvOnly(text("订阅密钥", "owner"), "owner"),
                            csvOnly(text("订阅于", "made at"), "madeAt"),
                            csvOnly(number("版本", "version"), "version")));

    static final PrintedList DELIVERIES =
            new PrintedList(
                    List.of(
                            both(number("编号", "id"), "id"),
                            both(number("订阅", "subscription"), "subscription"),
                            both(text("目标", "target"), "target"),
                            both(text("应投", "due"), "dueAt"),
                            csvOnly(text("试投", "trial"), "trial"),
                            both(text("状态", "state"), "state"),
                            both(number("失败次数", "failed"), "attempts"),
                            csvOnly(text("下次尝试", "next try"), "tryAt"),
                            both(text("送达", "sent"), "receipt", "at"),
                            csvOnly(text("送至", "where"), "receipt", "where"),
                            both(number("字节", "bytes"), "receipt", "bytes"),
                            csvOnly(text("SHA-256", "SHA-256"), "receipt", "sha256"),
                            csvOnly(text("答复", "answer"), "receipt", "answer"),
                            both(text("文件", "file"), "fileName"),
                            new ListColumn(text("原因", "why"), true, SubscriptionColumns::why),
                            csvOnly(text("幂等键", "key"), "key")));

    static final PrintedList TARGETS =
            new PrintedList(
                    List.of(
                            both(text("名称", "name"), "name"),
                            both(text("类型", "kind"), "kind"),
                            both(text("区划", "divisions"), "divisions"),
                            both(text("可含个人", "persons"), "namesPersons"),
                            both(text("收件域名", "domains"), "recipientDomains")));

    private SubscriptionColumns() {}

    /// What was asked for by the names of the options, so that a wrong value of it can be told.
    static ObjectNode flat(ObjectNode body) {
        ObjectNode flat = body.deepCopy();
        for (String part : List.of("report", "schedule")) {
            body.path(part).properties().forEach(one -> flat.set(one.getKey(), one.getValue()));
        }
        return flat;
    }

    private static String when(JsonNode one) {
        StringJoiner words = new StringJoiner(" ");
        for (String name : List.of("every", "weekday", "day", "date", "time")) {
            String word = PrintedList.at(one, "schedule", name);
            if (!word.isEmpty()) words.add(word);
        }
        return words.toString();
    }

    private static String why(JsonNode one) {
        String refused = PrintedList.at(one, "refused", "message", "zh");
        if (refused.isEmpty()) return PrintedList.at(one, "failure");
        return refused + " " + PrintedList.at(one, "refused", "message", "en");
    }
}
