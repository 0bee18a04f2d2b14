package io.credithub.apart.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.postgresql.PGConnection;

/// What somebody who knows SQL would write by hand for the same figures and the same rows, and a
/// workbook of as many cells that nobody asked the registry for: no model, no totals, no jobs.
final class ReportsYardstick {
    private static final int COLUMNS_OF_TEXT = 8;
    private static final int COLUMNS = 12;
    private static final int FLUSH_ROWS = 2_000;
    private static final int TIMES = 20;

    /// Records of a county's year by feed and state, teachers with and without, open breaks.
    private static final String COUNTY =
            """
            with people as materialized (
                select id from teacher where answering_division like ?),
            counted as (
                select c.feed_id, c.state, count(*) as records, sum(c.hours) as hours,
                    sum(c.credits) as credits, count(distinct c.teacher_id) as persons
                from people t join completion c on c.teacher_id = t.id
                where c.school_year = %1$d group by 1, 2)
            select coalesce(sum(records) filter (where state = 1), 0) as posted,
                (select count(*) from people) as teachers,
                (select count(*) from recon_break b where b.division like ?
                    and b.school_year = %1$d and b.state = 1) as breaks
            from counted\
            """
                    .formatted(ReconcileRows.YEAR);

    private static final String ROWS =
            """
            copy (select v.school, t.school_name, v.division, t.teacher_no, t.name,
                v.year_verdict[4], v.year_recognised[4], v.year_required[4], v.year_missing[4],
                v.year_borrowed[4], v.year_floors[4]
                from teacher_verdict v join teacher t on t.id = v.teacher_id where v.cycle = 2022
                order by v.school, v.teacher_id) to stdout\
            """;

    private static final String PAGE =
            """
            select t.teacher_no, t.name, v.school, v.year_verdict[4], v.year_missing[4]
            from teacher_verdict v join teacher t on t.id = v.teacher_id
            where v.cycle = 2022 and v.division like ? order by t.teacher_no limit 100\
            """;

    private static final String COUNTS =
            "select year_verdict[4], count(*) from teacher_verdict where cycle = 2022 group by 1";

    private final Connection owner;

    ReportsYardstick(Connection owner) {
        this.owner = owner;
    }

    /// @param posted records in force
    record CountyFigures(long posted, long teachers, long openBreaks, double seconds) {}

    CountyFigures county(String county) throws SQLException {
        long began = System.nanoTime();
        try (PreparedStatement statement = owner.prepareStatement(COUNTY)) {
            statement.setString(1, county + "%");
            statement.setString(2, county + "%");
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new CountyFigures(
                        row.getLong("posted"),
                        row.getLong("teachers"),
                        row.getLong("breaks"),
                        (System.nanoTime() - began) / 1e9);
            }
        }
    }

    /// Seconds until all rows of a province have come.
    double rows() throws SQLException, IOException {
        long began = System.nanoTime();
        owner.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(ROWS, OutputStream.nullOutputStream());
        return (System.nanoTime() - began) / 1e9;
    }

    /// Seconds of a workbook of as many cells.
    static double workbook(int rows) throws IOException {
        long began = System.nanoTime();
        try (Workbook book = new Workbook(OutputStream.nullOutputStream(), "bench", "1.0")) {
            Worksheet sheet = book.newWorksheet("rows");
            for (int row = 0; row < rows; row++) {
                for (int at = 0; at < COLUMNS; at++) {
                    if (at < COLUMNS_OF_TEXT) sheet.inlineString(row, at, "S-140105-" + row);
                    else sheet.value(row, at, BigDecimal.valueOf(row, 2));
                }
                if (row % FLUSH_ROWS == 0) sheet.flush();
            }
        }
        return (System.nanoTime() - began) / 1e9;
    }

    /// Milliseconds of a county's page, in the middle of some.
    double page(String county) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(PAGE)) {
            statement.setString(1, county + "%");
            return median(statement);
        }
    }

    /// Milliseconds of a province's counts, by the rows.
    double counts() throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(COUNTS)) {
            return median(statement);
        }
    }

    /// Milliseconds of the first piece of a kept file.
    double piece(int job) throws SQLException {
        try (PreparedStatement statement =
                owner.prepareStatement(
                        "select piece from report_file where job_id = ? and no = 0")) {
            statement.setInt(1, job);
            return median(statement);
        }
    }

    private static double median(PreparedStatement statement) throws SQLException {
        double[] waits = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long began = System.nanoTime();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) rows.getObject(1);
            }
            waits[i] = (System.nanoTime() - began) / 1e6;
        }
        return BenchLatency.Waits.of(Arrays.stream(waits)).within(50);
    }

    /// A look at everybody begins anew, so that all rows of lists are made by the hub itself.
    void beginLists() throws SQLException {
        execute("update verdict_progress set round_after = 0");
    }

    /// As after a quiet night: nothing of what was written has to be looked after any more.
    void rest() throws SQLException {
        execute("vacuum (analyze)");
    }

    /// Somebody in the middle of all numbers.
    int middle() throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("select max(id) / 2 from teacher")) {
            row.next();
            return row.getInt(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
