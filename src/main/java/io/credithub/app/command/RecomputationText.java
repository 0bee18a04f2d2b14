package io.credithub.app.command;

import static io.credithub.report.Table.Column.number;
import static io.credithub.report.Table.Column.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.credithub.app.start.HubEnvironment;
import io.credithub.report.ConsoleTable;
import io.credithub.report.Table;
import io.credithub.report.Table.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// A recomputation as a terminal shows it: which policies, a line for each county, and what to do
/// next.
final class RecomputationText {
    private static final List<Column> COUNTIES =
            List.of(
                    text("区划", "division"),
                    number("教师人次", "cycles"),
                    number("笔数", "awards"),
                    number("增", "gaining"),
                    number("减", "losing"),
                    number("原认定", "before"),
                    number("新认定", "after"),
                    number("差额", "difference"),
                    number("新达标", "newly qualified"),
                    number("不再达标", "no longer"));

    private RecomputationText() {}

    static String of(JsonNode told) {
        StringBuilder text = new StringBuilder();
        text.append("第 %d 号 no. %d · %s\n".formatted(id(told), id(told), state(told)));
        if (told.hasNonNull("subject")) {
            text.append("  ").append(told.path("subject").asText()).append('\n');
        }
        boolean isOfRules = told.path("kind").asText("RULES").equals("RULES");
        for (JsonNode policy : isOfRules ? told.path("policies") : NullNode.getInstance()) {
            text.append(
                    "  %s %s\n"
                            .formatted(
                                    change(policy.path("change").asText()),
                                    policy.path("policy").asText()));
        }
        text.append('\n')
                .append(
                        ConsoleTable.of(
                                counties(told), HubEnvironment.ofThisProcess().consoleWidth()))
                .append('\n');
        for (JsonNode kind : told.path("moves")) text.append(moved(kind));
        for (JsonNode kind : told.path("unjudged")) text.append(unjudged(kind));
        return text.append(next(told)).toString();
    }

    private static int id(JsonNode told) {
        return told.path("id").asInt();
    }

    private static String state(JsonNode told) {
        return switch (told.path("state").asText()) {
            case "TOLD" -> "试算完成,未改动任何数据 told, nothing was changed";
            case "APPLIED" -> "已换用,差额已入账 applied, the differences are posted";
            default -> "中断,再次换用可继续 stopped; applying again goes on";
        };
    }

    private static String change(String change) {
        return switch (change) {
            case "ADDED" -> "新增 added  ";
            case "CHANGED" -> "修改 changed";
            case "REMOVED" -> "移除 removed";
            default -> "不变 same   ";
        };
    }

    private static Table counties(JsonNode told) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode county : told.path("counties")) {
            String before = county.path("recognisedBefore").asText();
            String after = county.path("recognisedAfter").asText();
            rows.add(
                    List.of(
                            county.path("division").asText(),
                            county.path("teachers").asText(),
                            county.path("awards").asText(),
                            county.path("gaining").asText(),
                            county.path("losing").asText(),
                            before,
                            after,
                            new BigDecimal(after).subtract(new BigDecimal(before)).toPlainString(),
                            county.path("newlyQualified").asText(),
                            county.path("noLongerQualified").asText()));
        }
        return new Table(COUNTIES, rows);
    }

    private static String moved(JsonNode kind) {
        String hold = kind.path("hold").asText("");
        return "记录 records %s → %s%s × %s\n"
                .formatted(
                        kind.path("before").asText(),
                        kind.path("after").asText(),
                        hold.isEmpty() || hold.equals("null") ? "" : "(" + hold + ")",
                        kind.path("records").asText());
    }

    private static String unjudged(JsonNode kind) {
        return "没有规则 no rule in %s: %s %s %s × %s\n"
                .formatted(
                        kind.path("policy").asText(),
                        kind.path("level").asText(),
                        kind.path("form").asText(),
                        kind.path("category").asText(),
                        kind.path("records").asText());
    }

    private static String next(JsonNode told) {
        if (!told.path("state").asText().equals("TOLD")) return "";
        if (!told.path("unjudged").isEmpty()) {
            return "补上规则后重新试算。Add rules for these and ask anew.\n";
        }
        return "换用 to apply: ./hub recompute --apply %d --reason …\n".formatted(id(told));
    }
}
