package io.credithub.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.app.start.HubEnvironment;
import io.credithub.report.ConsoleTable;
import io.credithub.report.Csv;
import io.credithub.report.Table;
import io.credithub.report.Table.Column;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;

/// What the hub lists, as it is printed: a table that somebody reads, CSV with everything, or what
/// the hub itself said.
///
/// @param columns in their order
record PrintedList(List<ListColumn> columns) {
    /// As many lines as somebody reads.
    private static final int SHOWN_MAX = 100;

    private static final int TITLE_WIDTH = 20;

    PrintedList {
        columns = List.copyOf(columns);
    }

    /// How it is printed.
    enum ListFormat {
        table,
        csv,
        json;

        /// How many of a list are wanted.
        int most() {
            return this == table ? SHOWN_MAX : Integer.MAX_VALUE;
        }
    }

    /// @param isShort whether the table has it too
    /// @param cell empty for what is absent
    record ListColumn(Column title, boolean isShort, Function<JsonNode, String> cell) {
        static ListColumn both(Column title, String... path) {
            return new ListColumn(title, true, one -> at(one, path));
        }

        static ListColumn csvOnly(Column title, String... path) {
            return new ListColumn(title, false, one -> at(one, path));
        }
    }

    /// A value, or several with blanks; empty for what is absent.
    static String at(JsonNode node, String... path) {
        JsonNode at = node;
        for (String name : path) at = at.path(name);
        if (at.isNull() || at.isMissingNode()) return "";
        if (at.isValueNode()) return at.asText();
        StringJoiner all = new StringJoiner(" ");
        if (at.isArray()) at.forEach(one -> all.add(one.asText()));
        else at.properties().forEach(one -> all.add(one.getKey() + "=" + one.getValue().asText()));
        return all.toString();
    }

    /// @param isMore whether there are others beside these
    void print(PrintWriter out, ListFormat format, List<JsonNode> all, boolean isMore) {
        switch (format) {
            case json -> {
                StringJoiner array = new StringJoiner(",", "[", "]");
                all.forEach(one -> array.add(one.toString()));
                out.println(array);
            }
            case csv -> out.print(Csv.of(table(all, columns)));
            case table -> {
                if (all.isEmpty()) out.println("没有 none");
                else out.print(shown(all));
                if (isMore) {
                    out.printf(
                            "只列 %d 项,全部请用 --output csv。there are more; --output csv lists all%n",
                            all.size());
                }
            }
        }
        out.flush();
    }

    /// All of one, a line each.
    void tell(PrintWriter out, JsonNode one) {
        for (ListColumn column : columns) {
            String value = column.cell().apply(one);
            if (value.isEmpty()) continue;
            String title = column.title().title().zh() + " " + column.title().title().en();
            int blanks = Math.max(1, TITLE_WIDTH - ConsoleTable.width(title));
            out.println(title + " ".repeat(blanks) + value);
        }
        out.flush();
    }

    private String shown(List<JsonNode> all) {
        List<ListColumn> shown = columns.stream().filter(ListColumn::isShort).toList();
        int width = HubEnvironment.ofThisProcess().consoleWidth();
        return ConsoleTable.of(table(all, shown), width);
    }

    private static Table table(List<JsonNode> all, List<ListColumn> shown) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode one : all) {
            rows.add(shown.stream().map(column -> column.cell().apply(one)).toList());
        }
        return new Table(shown.stream().map(ListColumn::title).toList(), rows);
    }
}
