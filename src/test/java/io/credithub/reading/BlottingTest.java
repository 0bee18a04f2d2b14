package io.credithub.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.completion.FindingCode;
import io.credithub.flow.feed.FeedDefinition.Format;
import io.credithub.flow.reading.Content;
import io.credithub.flow.reading.RawRecord;
import io.credithub.flow.reading.Reading.Cuts;
import io.credithub.flow.reading.Reading.Slice;
import io.credithub.flow.reading.Reading.Source;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A record goes out of a chunk's bytes, and all others stay what and where they are.
final class BlottingTest {
    private static final String SECRET = "T0007张三";

    private final ChunkReading reading = new ChunkReading();

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void aRowGoesAndItsNeighboursStay(String charset) throws IOException {
        String rows = "编号,姓名,学时\r\nT1,李四,3\r\nT0007张三,\"T0007张三\r\n又名\"\"T0007张三\",4\r\nT2,王五,5";
        check(Readings.CSV, charset, rows);
    }

    @Test
    void aRowOfAWideTableGoes() throws IOException {
        check(Readings.CSV, "UTF-8", "a,b,c,d,e,f,g\n1,2,3,4,5,6,7\nT0007张三,,,,,,\n8,,,,,,9\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void aLineGoes(String charset) throws IOException {
        check(Readings.JSON, charset, "{\"a\":1}\n\n{\"name\":\"T0007张三\"}\r\n{\"a\":3}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void anElementGoes(String charset) throws IOException {
        check(
                Readings.JSON,
                charset,
                "[ {\"a\":[1]} , {\"n\":[\"T0007张三\",\"]\"]},{\"a\":\"},\"}] ");
    }

    @Test
    void anElementOfAPageGoesAndItsEnvelopeStays() throws IOException {
        String page =
                "{\"next\":7,\"data\":{\"items\":[{\"a\":1},{\"n\":\"T0007张三\"},2]},\"x\":{}}";
        byte[] bytes = check(Readings.PAGE, "UTF-8", page).getFirst();
        assertThat(text(bytes)).isEqualTo(page.replace("{\"n\":\"T0007张三\"}", "{}"));
    }

    @Test
    void whatCannotBeReadGoesToo() throws IOException {
        check(Readings.JSON, "UTF-8", "{\"a\":1}\n{T0007张三\n{\"a\":3}");
        check(Readings.JSON, "UTF-8", "[{\"a\":1},{\"n\":\"T0007张三\"");
        check(Readings.PAGE, "UTF-8", "{\"data\":{\"items\":[\"T0007张三\"");
        check(Readings.CSV, "UTF-8", "a,b\n\"T0007张三,1\n2,3\n");
        check(Readings.CSV, "UTF-8", "a,b\n1\nT0007张三\n2,3\n");
    }

    /// The first row's quote is broken by what stands in the second, and would swallow it.
    @Test
    void aNeighboursStrayQuoteFindsNoOther() throws IOException {
        check(Readings.CSV, "UTF-8", "a,b\n\"open,1\n\"T0007张三\"x,2\n3,4\"\n5,6\n");
    }

    @Test
    void whatWasNotTakenApartIsSearchedAndGoesAsAWhole() throws IOException {
        byte[] content = ("\uFEFF" + SECRET).getBytes(StandardCharsets.UTF_16BE);
        Source source;
        Slice slice;
        try (Cuts cuts = reading.cut(Readings.JSON, null, Content.of(content), 10)) {
            source = new Source(Readings.JSON, cuts.charset(), cuts.head());
            slice = cuts.next();
        }
        assertThat(slice).isNotNull();
        assertThat(reading.texts(source, slice).getFirst().getFirst()).contains(SECRET);
        assertThat(reading.blot(source, slice, Set.of(0L))).isEmpty();
    }

    @Test
    void theRestOfALongRecordIsSearchedAndGoes() {
        Source source = new Source(Readings.JSON, "UTF-8", new byte[0]);
        Slice rest = new Slice(3, 9, 0, Readings.utf8("…" + SECRET));
        assertThat(reading.texts(source, rest).getFirst().getFirst()).contains(SECRET);
        assertThat(reading.blot(source, rest, Set.of())).isEmpty();
    }

    /// Every record that names the secret, however the content is cut.
    ///
    /// @return the bytes of the chunks that were one when the content was cut least
    private List<byte[]> check(Format format, String charset, String text) throws IOException {
        List<byte[]> whole = List.of();
        for (int most = 1; most <= 5; most++) whole = check(format, charset, text, most);
        return whole;
    }

    private List<byte[]> check(Format format, String charset, String text, int most)
            throws IOException {
        byte[] content = text.getBytes(Charset.forName(charset));
        List<byte[]> chunks = new ArrayList<>();
        int gone = 0;
        try (Cuts cuts = reading.cut(format, charset, Content.of(content), most)) {
            Source source = new Source(format, cuts.charset(), cuts.head());
            for (Slice slice = cuts.next(); slice != null; slice = cuts.next()) {
                List<RawRecord> before = reading.read(source, slice);
                Set<Long> positions = named(source, slice);
                gone += positions.size();
                byte[] bytes =
                        positions.isEmpty()
                                ? slice.bytes()
                                : reading.blot(source, slice, positions);
                chunks.add(bytes);
                assertThat(new String(bytes, Charset.forName(charset))).doesNotContain("0007", "三");
                compare(before, reading.read(source, slice.with(bytes, positions)), positions);
            }
        }
        assertThat(gone).isPositive();
        return chunks;
    }

    private Set<Long> named(Source source, Slice slice) {
        List<List<String>> texts = reading.texts(source, slice);
        assertThat(texts).hasSize(Math.max(1, slice.records()));
        Set<Long> positions = new HashSet<>();
        for (int at = 0; at < slice.records(); at++) {
            if (texts.get(at).stream().anyMatch(text -> text.contains(SECRET))) {
                positions.add(slice.firstPosition() + at);
            }
        }
        return positions;
    }

    private static void compare(List<RawRecord> before, List<RawRecord> after, Set<Long> gone) {
        assertThat(after).hasSameSizeAs(before);
        for (int at = 0; at < before.size(); at++) {
            RawRecord now = after.get(at);
            if (!gone.contains(now.position())) assertThat(now).isEqualTo(before.get(at));
            else assertThat(now.findings().getFirst().code()).isEqualTo(FindingCode.ERASED);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
