package io.credithub.demo.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.io.input.BoundedInputStream;
import org.postgresql.PGConnection;

/// The yardstick: what somebody who knows SQL would write by hand for the same records. `COPY` into
/// an unlogged staging table, then one `INSERT … SELECT` that converts hours to credits and leaves
/// out what is there already. It validates nothing, identifies nobody, explains nothing, keeps no
/// raw data and no standings.
public final class SqlBaseline {
    private static final String TABLES =
            """
            drop schema if exists baseline cascade;
            create schema baseline;
            create table baseline.rule (level text, form text, divisor int, primary key (level, form));
            insert into baseline.rule values
                ('NATIONAL', 'CENTRALISED', 3), ('PROVINCE', 'CENTRALISED', 3),
                ('CITY', 'CENTRALISED', 4), ('COUNTY', 'CENTRALISED', 4);
            insert into baseline.rule
                select level, form, 5 from unnest(array['NATIONAL', 'PROVINCE', 'CITY', 'COUNTY',
                    'SCHOOL']) as l (level), unnest(array['ONLINE', 'SCHOOL_BASED']) as f (form);
            create table baseline.registry (
                source text, record_id text, teacher_id text, teacher_name text, course_code text,
                course_name text, level text, form text, hours numeric(6,1), grade text,
                started_on date, completed_on date, school_code text, credits numeric(6,2),
                primary key (source, record_id));
            create index on baseline.registry (teacher_id, completed_on);
            create index on baseline.registry (course_code, completed_on)
            """;

    private static final String STAGE =
            """
            create unlogged table baseline.PART (source text, record_id text,
                teacher_id text, teacher_name text, course_code text, course_name text, level text,
                form text, hours text, grade text, started_on text, completed_on text,
                school_code text)\
            """;

    private static final String MERGE =
            """
            insert into baseline.registry
            select s.source, s.record_id, s.teacher_id, s.teacher_name, s.course_code,
                s.course_name, s.level, s.form, s.hours::numeric(6,1), s.grade,
                nullif(s.started_on, '')::date, s.completed_on::date, s.school_code,
                case s.grade when 'FAIL' then 0 else round(s.hours::numeric
                    * case s.grade when 'EXCELLENT' then 1.2 when 'GOOD' then 1.1 else 1.0 end
                    / r.divisor, 2) end
            from baseline.PART s join baseline.rule r on r.level = s.level and r.form = s.form
            on conflict (source, record_id) do nothing\
            """;

    private static final int BUFFER = 1 << 16;
    private static final String PART = "PART";

    private final String url;
    private final Properties login;

    /// @param url of JDBC, of a database where the login may create a schema
    public SqlBaseline(String url, Properties login) {
        this.url = url;
        this.login = login;
    }

    /// What a run did.
    ///
    /// @param credits sum of all credits, in hundredths
    public record Run(long records, long credits, Duration took) {}

    /// Loads a file of `COPY` text lines, split over some sessions, into empty tables.
    public Run run(Path lines, int sessions) throws SQLException, IOException {
        execute(TABLES);
        for (int i = 0; i < sessions; i++) execute(STAGE.replace(PART, part(i)));
        long[] starts = new long[sessions + 1];
        starts[sessions] = Files.size(lines);
        for (int i = 0; i < sessions; i++) {
            starts[i] = lineStart(lines, starts[sessions] * i / sessions);
        }
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(sessions)) {
            List<Future<?>> parts = new ArrayList<>();
            for (int i = 0; i < sessions; i++) {
                int part = i;
                parts.add(
                        threads.submit(() -> {
                            load(part, stretch(lines, starts[part], starts[part + 1]));
                            return null;
                        }));
            }
            for (Future<?> part : parts) part.get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IOException("the baseline was not loaded", failure);
        }
        return result(Duration.ofNanos(System.nanoTime() - began));
    }

    /// Takes everything away again.
    public void drop() throws SQLException {
        execute("drop schema if exists baseline cascade");
    }

    private void load(int part, InputStream lines) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(url, login);
                InputStream text = lines) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy baseline." + part(part) + " from stdin", text, BUFFER);
            try (Statement statement = connection.createStatement()) {
                statement.execute(MERGE.replace(PART, part(part)));
            }
        }
    }

    private Run result(Duration took) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, login);
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select count(*), (100 * sum(credits))::bigint from"
                                        + " baseline.registry")) {
            row.next();
            return new Run(row.getLong(1), row.getLong(2), took);
        }
    }

    private static String part(int session) {
        return "staging_" + session;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, login);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// A stretch of a file.
    private static InputStream stretch(Path file, long from, long to) throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(from);
        return BoundedInputStream.builder().setInputStream(in).setMaxCount(to - from).get();
    }

    /// The first place from `at` on where a line begins.
    private static long lineStart(Path file, long at) throws IOException {
        if (at == 0) return 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.skipNBytes(at - 1);
            long place = at - 1;
            for (int read = in.read(); read >= 0; read = in.read()) {
                place++;
                if (read == '\n') return place;
            }
            return place;
        }
    }
}
