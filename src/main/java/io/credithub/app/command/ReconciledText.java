package io.credithub.app.command;

import static io.credithub.report.Table.Column.number;
import static io.credithub.report.Table.Column.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.app.start.HubEnvironment;
import io.credithub.report.ConsoleTable;
import io.credithub.report.Table;
import io.credithub.report.Table.Column;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// A run and its open breaks as they are printed: a page of breaks at a time, so that a province's
/// need no room.
abstract sealed class ReconciledText {
    final PrintWriter out;

    private ReconciledText(PrintWriter out) {
        this.out = out;
    }

    static ReconciledText table(PrintWriter out) {
        return new OnConsole(out);
    }

    static ReconciledText json(PrintWriter out) {
        return new AsJson(out);
    }

    abstract void begin(JsonNode run);

    abstract void add(JsonNode one);

    /// Whether the next page is wanted.
    boolean takesMore() {
        return true;
    }

    abstract void end(long listed);

    private static String at(JsonNode node, String... path) {
        JsonNode at = node;
        for (String name : path) at = at.path(name);
        return at.isValueNode() && !at.isNull() ? at.asText() : "";
    }

    /// The summary, and as many breaks as somebody reads.
    private static final class OnConsole extends ReconciledText {
        private static final int SHOWN_MAX = 100;

        private static final List<Column> SUMMARY =
                List.of(
                        text("区划", "division"),
                        text("代码", "code"),
                        text("责任方", "owner"),
                        text("状态", "state"),
                        number("数量", "breaks"),
                        number("存疑学分", "credits"));

        private static final List<Column> BREAKS =
                List.of(
                        text("代码", "code"),
                        text("责任方", "owner"),
                        text("教师", "teacher"),
                        text("记录", "record"),
                        text("我方", "ours"),
                        text("对方", "theirs"),
                        number("我方学分", "credits"),
                        number("对方学分", "theirs"));

        private final List<List<String>> rows = new ArrayList<>();

        OnConsole(PrintWriter out) {
            super(out);
        }

        @Override
        void begin(JsonNode run) {
            JsonNode counts = run.path("counts");
            out.printf(
                    "第 %s 次对账 run %s · %s 条记录 records · 存疑学分 credits in question %s%n",
                    at(run, "id"), at(run, "id"), at(counts, "compared"), at(counts, "inQuestion"));
            out.printf(
                    "新增 opened %s · 重开 reopened %s · 变化 changed %s · 更正 corrected %s%n%n",
                    at(counts, "opened"),
                    at(counts, "reopened"),
                    at(counts, "changed"),
                    at(counts, "corrected"));
            List<List<String>> sums = new ArrayList<>();
            for (JsonNode sum : run.path("summary")) {
                sums.add(
                        List.of(
                                at(sum, "division"),
                                at(sum, "code"),
                                at(sum, "owner"),
                                at(sum, "state"),
                                at(sum, "breaks"),
                                at(sum, "inQuestion")));
            }
            print(new Table(SUMMARY, sums));
        }

        @Override
        void add(JsonNode one) {
            if (rows.size() == SHOWN_MAX) return;
            rows.add(
                    List.of(
                            at(one, "code"),
                            at(one, "owner"),
                            at(one, "teacherNo"),
                            (at(one, "theirs", "feed") + " " + at(one, "theirs", "recordId"))
                                    .strip(),
                            at(one, "ours", "value"),
                            at(one, "theirs", "value"),
                            at(one, "ours", "credits"),
                            at(one, "theirs", "credits")));
        }

        @Override
        boolean takesMore() {
            return rows.size() < SHOWN_MAX;
        }

        @Override
        void end(long listed) {
            if (listed == 0) {
                out.println("没有未处理的差异 no break is open");
                return;
            }
            print(new Table(BREAKS, rows));
            if (rows.size() < SHOWN_MAX) return;
            out.printf("只列最早的 %d 项 the oldest %d; --format csv lists all%n", SHOWN_MAX, SHOWN_MAX);
        }

        private void print(Table table) {
            out.println(ConsoleTable.of(table, HubEnvironment.ofThisProcess().consoleWidth()));
            out.println();
        }
    }

    /// One object: the run, and its breaks.
    private static final class AsJson extends ReconciledText {
        private boolean isFirst = true;

        AsJson(PrintWriter out) {
            super(out);
        }

        @Override
        void begin(JsonNode run) {
            out.print("{\"run\":" + run + ",\"breaks\":[");
        }

        @Override
        void add(JsonNode one) {
            if (!isFirst) out.print(",");
            isFirst = false;
            out.print(one);
        }

        @Override
        void end(long listed) {
            out.println("]}");
        }
    }
}
