package io.credithub.api;

import static io.credithub.api.Answers.operator;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.fixtures.RosterTeacher;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Permission;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Rosters as nobody means them: each is told what is wrong, where, and what to do, or is taken as
/// what it plainly is; none is taken by half, and none costs more memory than a small one.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class OddRostersIT {
    private static final long LARGE = 20L << 20;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String HEAD = "teacher_no,name,division_code,status";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Inject ApiKeys keys;

    private final RosterTeacher teacher = RosterTeacher.draw(new Random(), "140105");

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    nothing           | ''                      | HUB-1044
                    a line end        | ~                       | HUB-1044
                    no header         | @row~                   | HUB-1040
                    a doubled column  | @head,name~@row,a~      | HUB-1041
                    an unknown column | @head,shoe_size~@row,43~| HUB-1040
                    NUL in the header | teacher^_no,name~@row~  | HUB-1044
                    JSON              | [{"teacher_no":"1"}]    | HUB-1040
                    """)
    void whatIsNoRosterIsRefusedWhole(String what, String text, String code) throws Exception {
        refused(send(written(text).getBytes(UTF_8)), 422, code);
    }

    @ParameterizedTest(name = "{0}: {2} {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    header only       | @head                   | 0 | ''
                    an unnamed column | @head,~@row,a~          | 1 | HUB-1015
                    line ends of CR   | @head!@row!             | 1 | ''
                    mixed line ends   | @head!~@row~!!~         | 1 | ''
                    NUL in a cell     | @head~@row^~            | 1 | HUB-1016
                    """)
    void whatIsOneIsTakenRowByRow(String what, String text, int rows, String code)
            throws Exception {
        taken(send(written(text).getBytes(UTF_8)), rows, code);
    }

    static Stream<Arguments> bytes() {
        byte[] garbage = new byte[100_000];
        new Random(1).nextBytes(garbage);
        return Stream.of(
                Arguments.of("a zip", "PK\u0003\u0004aaaaaaaa".getBytes(ISO_8859_1), "HUB-1023"),
                Arguments.of("gzip", Gzip.of(HEAD), "HUB-1023"),
                Arguments.of("garbage", garbage, "HUB-1044"),
                Arguments.of("UTF-16", (HEAD + "\n").getBytes(UTF_16), "HUB-1016"),
                Arguments.of("many columns", "a,".repeat(100_000).getBytes(UTF_8), "HUB-1040"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("bytes")
    void whatIsNoTextIsRefusedWhole(String what, byte[] body, String code) throws Exception {
        refused(send(body), code.equals("HUB-1023") ? 415 : 422, code);
    }

    @Test
    void charsetsAreToldApart() throws Exception {
        String table = HEAD + "\n" + row() + "\n";
        taken(send(("\uFEFF" + table).getBytes(UTF_8)), 1, "");
        taken(send(table.getBytes(Charset.forName("GB18030"))), 1, "");
        byte[] surrogate = table.replace("王", "\u00ed\u00a0\u0080").getBytes(ISO_8859_1);
        taken(send(surrogate), 1, "HUB-1016");
    }

    /// The names of the pieces: what comes before, what is repeated to 20 MB, what comes behind.
    @ParameterizedTest(name = "{0}: {4} {5}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    one field                    | @head~@row~x, | x  | ,140105,ACTIVE~@row~ | 3 | HUB-1014
                    no line break                | ''            | x  | ''                   | 0 | HUB-1044
                    no line break but the header | @head~        | x, | ''                   | 1 | HUB-1014
                    a quote that never closes    | @head~@row~x,"| x  | ''                   | 2 | HUB-1014
                    the same, over many lines    | @head~@row~x,"| x~ | ''                   | 0 | HUB-1028
                    a quote in the header        | "             | x~ | ''                   | 0 | HUB-1044
                    commas                       | @head~@row~   | ,  | ~@row~               | 3 | HUB-1014
                    quotes                       | @head~        | "  | ''                   | 1 | HUB-1014
                    NULs                         | ''            | ^  | ''                   | 0 | HUB-1044
                    ten million short rows       | @head~        | x~ | ''                   | 0 | HUB-1028
                    """)
    void twentyMegabytesAreNoMoreThanAFew(
            String what, String start, String piece, String end, int rows, String code)
            throws Exception {
        InputStream body = large(written(start), written(piece), written(end));
        HttpResponse<String> answer = send("/api/v1/roster", "text/csv", operatorsKey(), body);
        if (rows == 0) refused(answer, 422, code);
        else taken(answer, rows, code);
    }

    @Test
    void aRecordWithAFieldOfTwentyMegabytesCostsItselfOnly() throws Exception {
        String no = "IT-" + UUID.randomUUID();
        String start = Answers.record(no, no + "a", 40) + "{\"recordId\":\"" + no + "b\",\"x\":\"";
        String end = "\"}\n" + Answers.record(no, no + "c", 40);
        HttpResponse<String> answer =
                send(
                        "/api/v1/feeds/vendor-push/deliveries",
                        "application/x-ndjson",
                        key(new Permission.FeedPermission("vendor-push")),
                        large(start, "x", end));
        assertThat(answer.statusCode()).isEqualTo(202);
        String location = answer.headers().firstValue("Location").orElseThrow();
        JsonPath status = Answers.settled(operator(keys), location);
        assertThat(status.getInt("records.received")).isEqualTo(3);
        assertThat(status.getInt("records.waiting")).isEqualTo(2);
        assertThat(status.getInt("records.rejected")).isEqualTo(1);
    }

    private void refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonPath problem = new JsonPath(answer.body());
        assertThat(problem.getString("code")).isEqualTo(code);
        assertThat(problem.getString("detail")).isNotBlank();
        operator(keys)
                .get("/api/v1/teachers/" + teacher.teacherNo() + "/account")
                .then()
                .statusCode(404);
    }

    /// @param code of the finding of the row that is refused; empty if none is
    private static void taken(HttpResponse<String> answer, int rows, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonPath report = new JsonPath(answer.body());
        assertThat(report.getInt("rows")).isEqualTo(rows);
        assertThat(report.getList("findings.code"))
                .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
        assertThat(report.getInt("refused")).isEqualTo(code.isEmpty() ? 0 : 1);
    }

    private String row() {
        return teacher.teacherNo() + ",王䶮,140105,ACTIVE";
    }

    private String written(String text) {
        return text.replace("@head", HEAD)
                .replace("@row", row())
                .replace('~', '\n')
                .replace('!', '\r')
                .replace('^', '\0');
    }

    private static InputStream large(String start, String piece, String end) {
        return new SequenceInputStream(
                Collections.enumeration(
                        List.of(
                                new ByteArrayInputStream(start.getBytes(UTF_8)),
                                new Repeated(piece.getBytes(UTF_8), LARGE),
                                new ByteArrayInputStream(end.getBytes(UTF_8)))));
    }

    private String operatorsKey() {
        return key(new Permission.Operator());
    }

    private String key(Permission grant) {
        return keys.issue(grant, "odd").await().atMost(SOON).key();
    }

    private HttpResponse<String> send(byte[] body) throws IOException, InterruptedException {
        InputStream stream = new ByteArrayInputStream(body);
        return send("/api/v1/roster", "text/csv", operatorsKey(), stream);
    }

    /// Streamed: the hub and its sender share the memory of this process.
    private static HttpResponse<String> send(String path, String type, String key, InputStream body)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", type)
                        .timeout(SOON)
                        .POST(BodyPublishers.ofInputStream(() -> body))
                        .build();
        return CLIENT.send(request, BodyHandlers.ofString(UTF_8));
    }

    /// One piece again and again.
    private static final class Repeated extends InputStream {
        private final byte[] piece;
        private long left;
        private int at;

        Repeated(byte[] piece, long bytes) {
            this.piece = piece;
            this.left = bytes;
        }

        @Override
        public int read() {
            if (left == 0) return -1;
            left--;
            int next = piece[at] & 0xff;
            at = (at + 1) % piece.length;
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            int read = 0;
            for (int next = 0; read < length && (next = read()) >= 0; read++) {
                into[from + read] = (byte) next;
            }
            return read == 0 && length > 0 ? -1 : read;
        }
    }
}
