package io.credithub.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.credithub.app.start.DatabaseSettings;
import io.credithub.domain.completion.IdDocument;
import io.credithub.flow.teacher.IdProtection;
import io.credithub.flow.teacher.Sealing;
import io.credithub.store.server.DatabaseAccess;
import io.credithub.store.server.DatabaseAccess.Login;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The whole database as whoever has its owner's password and the hub's keys can read it: every
/// column of every table, and what is sealed opened.
@ApplicationScoped
public class OwnersView {
    private static final String COLUMNS =
            """
            select replace(table_schema || '.', 'public.', '') || table_name || '.' || column_name
            from information_schema.columns
            where table_schema in ('public', 'known')
                and data_type not in ('bigint', 'integer', 'smallint', 'boolean',
                    'timestamp with time zone', 'date')
                and (table_name, column_name) <> ('erased_identity', 'hash')
            order by 1\
            """;

    /// Each with the place that it is sealed for, and whether it is deflated first.
    private static final List<String> SEALED =
            List.of(
                    """
                    select 'chunk.payload', payload, 'chunk.payload/' || delivery_id || '/' || chunk_no
                    from chunk where payload_key is not null\
                    """,
                    """
                    select 'delivery.head', head, 'delivery.head/' || feed_id || '/' || encode(sha256, 'hex')
                    from delivery where head_key is not null\
                    """,
                    """
                    select 'recognition_body.body', body, 'recognition_body/' || recognition_id || '/'
                        || revision from recognition_body where body_key is not null\
                    """,
                    """
                    select 'recognition_push.payload', payload, 'recognition_push/' || recognition_id
                        || '/' || no from recognition_push where payload_key is not null\
                    """);

    private static final String DOCUMENTS =
            """
            select 'teacher.id_cipher', id_type, id_cipher from teacher where id_cipher is not null
            union all select 'former_identity.id_cipher', id_type, id_cipher from former_identity
                where id_cipher is not null\
            """;

    @ConfigProperty(name = "quarkus.flyway.jdbc-url")
    String url = "";

    @ConfigProperty(name = "quarkus.flyway.username")
    String owner = "";

    @ConfigProperty(name = "quarkus.flyway.password")
    String password = "";

    private final Sealing sealing;
    private final IdProtection ids;

    OwnersView(Sealing sealing, IdProtection ids) {
        this.sealing = sealing;
        this.ids = ids;
    }

    public DatabaseAccess access() {
        Login login = new Login(owner, password);
        String address = url.replaceFirst("^jdbc:", "").replaceFirst("[?].*", "");
        return DatabaseSettings.at(address, login, login);
    }

    /// The columns in which one of the secrets stands.
    public Set<String> holding(List<String> secrets) throws SQLException {
        Set<String> holding = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection(url, owner, password);
                Statement statement = connection.createStatement()) {
            for (String column : texts(statement, COLUMNS)) {
                int dot = column.lastIndexOf('.');
                String sql =
                        "select \"%s\" from %s"
                                .formatted(column.substring(dot + 1), column.substring(0, dot));
                if (isIn(texts(statement, sql), secrets)) holding.add(column);
            }
            for (String sql : SEALED) holding.addAll(opened(statement, sql, secrets));
            holding.addAll(documents(statement, secrets));
        }
        return holding;
    }

    private Set<String> opened(Statement statement, String sql, List<String> secrets)
            throws SQLException {
        Set<String> holding = new TreeSet<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                byte[] clear = sealing.open(rows.getString(3), rows.getBytes(2));
                if (isIn(texts(clear), secrets)) holding.add(rows.getString(1));
            }
        }
        return holding;
    }

    private Set<String> documents(Statement statement, List<String> secrets) throws SQLException {
        Set<String> holding = new TreeSet<>();
        try (ResultSet rows = statement.executeQuery(DOCUMENTS)) {
            while (rows.next()) {
                IdDocument.Type type = IdDocument.Type.of(rows.getInt(2));
                String number = ids.open(type, rows.getBytes(3)).number();
                if (secrets.contains(number)) holding.add(rows.getString(1));
            }
        }
        return holding;
    }

    /// How many payloads hold a text.
    public long payloadsWith(String text) throws SQLException {
        long payloads = 0;
        try (Connection connection = DriverManager.getConnection(url, owner, password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SEALED.getFirst())) {
            while (rows.next()) {
                byte[] clear = sealing.open(rows.getString(3), rows.getBytes(2));
                if (isIn(texts(clear), List.of(text))) payloads++;
            }
        }
        return payloads;
    }

    public String text(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, owner, password);
                Statement statement = connection.createStatement()) {
            return texts(statement, sql).getFirst();
        }
    }

    public int number(String sql) throws SQLException {
        return Integer.parseInt(text(sql));
    }

    private static boolean isIn(List<String> texts, List<String> secrets) {
        return texts.stream().anyMatch(text -> secrets.stream().anyMatch(text::contains));
    }

    private static List<String> texts(Statement statement, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            boolean isBytes = "bytea".equals(rows.getMetaData().getColumnTypeName(1));
            while (rows.next()) {
                if (rows.getObject(1) == null) continue;
                if (isBytes) texts.addAll(texts(rows.getBytes(1)));
                else texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    /// As it stands, inflated, and in hex with what a hash looks like in an array of numbers.
    private static List<String> texts(byte[] bytes) {
        List<String> texts = new ArrayList<>();
        for (Charset charset : List.of(UTF_8, Charset.forName("GB18030"))) {
            texts.add(new String(bytes, charset));
            texts.add(new String(inflated(bytes), charset));
        }
        texts.add(HexFormat.of().formatHex(bytes));
        texts.add(new String(bytes, ISO_8859_1));
        return texts;
    }

    private static byte[] inflated(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (boolean isBare : new boolean[] {false, true}) {
            Inflater inflater = new Inflater(isBare);
            inflater.setInput(bytes);
            byte[] buffer = new byte[1 << 16];
            try {
                for (int read = inflater.inflate(buffer); read > 0; ) {
                    out.write(buffer, 0, read);
                    read = inflater.inflate(buffer);
                }
            } catch (DataFormatException notDeflated) {
                // what could be read of it counts
            } finally {
                inflater.end();
            }
        }
        return out.toByteArray();
    }
}
