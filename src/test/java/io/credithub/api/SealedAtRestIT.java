package io.credithub.api;

import static io.credithub.api.Answers.feed;
import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.settled;
import static io.credithub.api.Claims.COUNTY;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.fixtures.RosterTeacher;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.delivery.Declared;
import io.credithub.flow.delivery.Delivery;
import io.credithub.flow.delivery.Landing;
import io.credithub.flow.reading.Content;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whoever reads the database, a copy of it or its files, and lacks the key, finds no ID number:
/// not in clear, not deflated, and none that a guess can be held against.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class SealedAtRestIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PUSHES = "/api/v1/feeds/vendor-push/deliveries";

    private static final String COLUMNS =
            """
            select table_name, column_name from information_schema.columns
            where table_schema = 'public' and data_type not in ('bigint', 'integer', 'smallint',
                'boolean', 'timestamp with time zone', 'date')
            order by 1, 2\
            """;

    @Inject ApiKeys keys;
    @Inject Landing landing;

    @ConfigProperty(name = "quarkus.flyway.jdbc-url")
    String url = "";

    @ConfigProperty(name = "quarkus.flyway.username")
    String owner = "";

    @ConfigProperty(name = "quarkus.flyway.password")
    String password = "";

    @ConfigProperty(name = "hub.home")
    Path home = Path.of("");

    private final Random random = new Random();
    private final RosterTeacher known = RosterTeacher.draw(random, COUNTY);
    private final RosterTeacher unknown = RosterTeacher.draw(random, COUNTY);
    private final RosterTeacher elsewhere = RosterTeacher.draw(random, "140106");
    private final Claims claims = new Claims(() -> keys);
    private final List<String> digests = new ArrayList<>();

    @BeforeEach
    void everyWayInIsUsed() {
        claims.enrol();
        for (RosterTeacher teacher : List.of(known, elsewhere)) roster(teacher.csv());
        roster(known.csv().replace("1970", "x")); // refused, or the same
        push(record("known", known) + record("unknown", unknown) + broken(known), null);
        push(record("again", known), "key-of-" + known.idNumber());
        land("drop-" + known.idNumber() + ".csv", known.idNumber() + "\n" + unknown.idNumber());
        claim();
        exempt();
    }

    @Test
    void noColumnHoldsAnIdNumberOrAPlainDigest() throws SQLException {
        List<String> secrets = secrets();
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url, owner, password);
                Statement columns = connection.createStatement();
                ResultSet column = columns.executeQuery(COLUMNS)) {
            while (column.next()) {
                found.addAll(found(connection, column.getString(1), column.getString(2), secrets));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void noFileOfTheHubHoldsAnIdNumber() throws IOException {
        List<String> secrets = List.of(known.idNumber(), unknown.idNumber(), elsewhere.idNumber());
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, ISO_8859_1);
                if (secrets.stream().anyMatch(text::contains)) found.add(file.toString());
            }
        }
        assertThat(found).isEmpty();
    }

    private List<String> secrets() {
        List<String> secrets = new ArrayList<>(digests);
        for (RosterTeacher one : List.of(known, unknown, elsewhere)) secrets.add(one.idNumber());
        return secrets;
    }

    private static List<String> found(
            Connection connection, String table, String column, List<String> secrets)
            throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select \"%s\" from \"%s\"".formatted(column, table))) {
            boolean isBytes = "bytea".equals(rows.getMetaData().getColumnTypeName(1));
            while (rows.next()) {
                String text = isBytes ? text(rows.getBytes(1)) : rows.getString(1);
                if (text != null && secrets.stream().anyMatch(text::contains)) {
                    found.add(table + "." + column);
                    break;
                }
            }
        }
        return found;
    }

    /// As they stand, in hex, and inflated wherever they can be.
    private static String text(byte @Nullable [] bytes) {
        if (bytes == null) return "";
        return new String(bytes, ISO_8859_1) + HexFormat.of().formatHex(bytes) + inflated(bytes);
    }

    private static String inflated(byte[] bytes) {
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
        return out.toString(ISO_8859_1);
    }

    private void roster(String csv) {
        operator(keys).contentType("text/csv").body(csv.getBytes(UTF_8)).post("/api/v1/roster");
    }

    private void push(String body, @Nullable String key) {
        digest(body);
        RequestSpecification request =
                feed(keys, "vendor-push")
                        .contentType("application/x-ndjson")
                        .body(body.getBytes(UTF_8));
        if (key != null) request.header("Idempotency-Key", key);
        String location = request.post(PUSHES).then().statusCode(202).extract().header("Location");
        settled(operator(keys), location);
    }

    private void land(String reference, String csv) {
        digest(csv);
        landing.land(
                        new Delivery(
                                "province-platform",
                                reference,
                                Content.of(csv.getBytes(UTF_8)),
                                null,
                                new Declared(1L, null, null),
                                null,
                                null))
                .await()
                .atMost(PATIENCE);
    }

    private void claim() {
        String number =
                claims.submitted(claims.paper().replace("期刊 2023-05", "证件 " + known.idNumber()));
        claims.decided(
                number,
                """
                {"revision":1,"outcome":"RECOGNISE","note":"核对证件 %s"}
                """
                        .formatted(known.idNumber()));
        assertThat(claims.one(number).getString("claim.evidence[0].reference"))
                .contains(known.idNumber());
    }

    private void exempt() {
        operator(keys)
                .contentType("application/json")
                .body(
                        """
                        {"kind":"ILLNESS","schoolYear":2022,"evidence":"病历 %s"}
                        """
                                .formatted(known.idNumber()))
                .post("/api/v1/teachers/" + known.teacherNo() + "/exemptions");
    }

    private void digest(String body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8));
            digests.add(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String record(String name, RosterTeacher teacher) {
        String id = "pd-%s-%08x".formatted(name, random.nextInt());
        return Answers.record(teacher.teacherNo(), id, 40)
                .replace("\"name\":\"王䶮\"", "\"name\":\"王䶮\"," + document(teacher));
    }

    private static String document(RosterTeacher teacher) {
        return "\"idType\":\"RESIDENT\",\"idNumber\":\"%s\"".formatted(teacher.idNumber());
    }

    private String broken(RosterTeacher teacher) {
        return record("broken", teacher)
                .replace("研修", teacher.idNumber())
                .replace(":40", ":\"" + teacher.idNumber() + "\"");
    }
}
