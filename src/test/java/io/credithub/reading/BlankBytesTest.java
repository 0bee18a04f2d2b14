package io.credithub.reading;

import static io.credithub.reading.Readings.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.credithub.flow.feed.FeedDefinition.Format;
import io.credithub.flow.reading.Content;
import io.credithub.flow.reading.RawRecord;
import io.credithub.flow.reading.Reading.Cuts;
import io.credithub.flow.reading.Reading.Slice;
import io.credithub.flow.reading.Reading.Source;
import io.credithub.flow.roster.RosterReading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Megabytes of nothing: blanks of any kind, at every place, for every scanner. The bounds in time
/// only tell what ends from what does not.
final class BlankBytesTest {
    private static final Duration BOUND = Duration.ofMinutes(2);
    private static final int MANY = 2_500_000;
    private static final List<Format> FORMATS = List.of(Readings.CSV, Readings.JSON, Readings.PAGE);

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"\n", " ", "\r\n", "\t", " \n"})
    void contentsOfBlanksAloneHaveNoRecord(String blank) {
        byte[] content = Readings.utf8(blank.repeat(2 * MANY / blank.length()));
        for (Format format : FORMATS) {
            for (String charset : new String[] {null, "UTF-8", "GB18030"}) {
                boolean isPage = format.equals(Readings.PAGE);
                if (isPage && "GB18030".equals(charset)) continue; // no page can be read as that
                assertThat(all(format, charset, content))
                        .as("%s in %s", format.syntax(), charset)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest(name = "{0}, then {1}, between {2}, at the end {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            textBlock =
                    """
                    §a,b\n§       | 1,2                 | §\n§
                    §a,b\n§       | 1,2                 | §\r\n§
                    §a,b\n§       | 1,2                 | §\n,\n\t\n§
                    §§            | {"a":"1","b":"2"}   | §\n§
                    §§            | {"a":"1","b":"2"}   | § \r\n§
                    §[§           | {"a":"1","b":"2"},  | § §
                    §[§           | {"a":"1","b":"2"},  | §\n§
                    """)
    void recordsAreFoundAmongMegabytesOfBlanks(String head, String record, String blank) {
        String gap = blank.translateEscapes().repeat(MANY / blank.translateEscapes().length());
        boolean isArray = head.equals("[");
        String last = isArray ? record.substring(0, record.length() - 1) : record + "\n";
        String text = head.translateEscapes() + gap + record + gap + record + gap + last + gap;
        byte[] content = Readings.utf8(isArray ? text + "]" + gap : text);
        Format format = head.startsWith("a") ? Readings.CSV : Readings.JSON;
        for (String charset : new String[] {null, "GB18030"}) {
            for (int recordsMax : new int[] {1, 1000}) {
                assertThat(told(all(format, charset, content, recordsMax)))
                        .as("%s, %d a chunk", charset, recordsMax)
                        .containsOnly("{\"a\":\"1\",\"b\":\"2\"}")
                        .hasSize(3);
            }
        }
    }

    @Test
    void aPageIsReadWhateverBlanksAreInIt() {
        String gap = " \n".repeat(MANY / 2);
        String page = gap + "{\"data\":{\"items\":[" + gap + "1" + gap + "," + gap + "2" + gap;
        assertThat(told(all(Readings.PAGE, null, Readings.utf8(page + "]}}" + gap))))
                .containsExactly("1", "2");
    }

    @Test
    void linesBehindMegabytesOfBlanksAreRead() {
        byte[] content = Readings.utf8("\n".repeat(MANY) + "{\"a\":1}\n{\"a\":2}");
        assertThat(told(all(Readings.JSON, null, content)))
                .containsExactly("{\"a\":1}", "{\"a\":2}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"a\":1},{\"a\":2}]", "a,b\n1,2\n3,4\n"})
    void aHeadBehindMegabytesOfBlanksMakesTheContentOneUnreadableRecord(String content) {
        Format format = content.startsWith("[") ? Readings.JSON : Readings.CSV;
        byte[] bytes = Readings.utf8("\n".repeat(MANY) + content);
        assertThat(all(format, null, bytes))
                .singleElement()
                .satisfies(raw -> assertThat(raw.findings()).isNotEmpty());
    }

    @Test
    void whatFollowsAnArrayBehindMegabytesOfBlanksIsNotSwallowed() {
        String gap = " ".repeat(MANY);
        byte[] content = Readings.utf8("[1,2]" + gap + "3,4]" + gap + "x");
        assertThat(told(all(Readings.JSON, null, content)))
                .hasSize(5)
                .startsWith("1", "2", "3", "4")
                .last()
                .asString()
                .contains("MALFORMED");
    }

    /// What was landed by a hub that took blanks for a record that is too long.
    @Test
    void aChunkOfBlanksThatWasCutAsARecordIsReadAsAnUnreadableOne() {
        byte[] blanks = Readings.utf8("\n".repeat(MANY));
        for (Format format : FORMATS) {
            for (String head : new String[] {"", "[", "a,b\n"}) {
                Source source = new Source(format, "UTF-8", Readings.utf8(head));
                Slice slice = new Slice(1, 7, 2, blanks);
                List<RawRecord> read =
                        assertTimeoutPreemptively(
                                BOUND, () -> new ChunkReading().read(source, slice));
                assertThat(read)
                        .as("%s with head %s", format.syntax(), head)
                        .isNotEmpty()
                        .allSatisfy(raw -> assertThat(raw.findings()).hasSize(1));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 20261129})
    void whateverBytesStandInRowsCuttingAndReadingEndAndAgree(long seed) {
        Random random = new Random(seed);
        for (int trial = 0; trial < 15; trial++) {
            byte[] content = soup(random);
            for (Format format : FORMATS) {
                String charset = random.nextBoolean() ? "GB18030" : null;
                List<String> whole = told(all(format, charset, content));
                assertThat(told(all(format, charset, content, 1 + random.nextInt(3))))
                        .as("seed %d, trial %d, %s", seed, trial, format.syntax())
                        .isEqualTo(whole);
            }
        }
    }

    /// Runs of one byte each, most of them short, a few longer than a record may be.
    private static byte[] soup(Random random) {
        String likely = "\n\n\r \t \n[]{}\",\\1";
        ByteArrayOutputStream soup = new ByteArrayOutputStream();
        if (random.nextBoolean())
            soup.writeBytes(Readings.utf8(random.nextBoolean() ? "[" : "a\n"));
        for (int left = random.nextInt(12); left > 0; left--) {
            byte[] run = new byte[1 + (int) Math.pow(2, random.nextInt(22))];
            Arrays.fill(run, (byte) likely.charAt(random.nextInt(likely.length())));
            soup.writeBytes(random.nextInt(3) > 0 ? Arrays.copyOf(run, 1 + run.length % 7) : run);
        }
        return soup.toByteArray();
    }

    @Test
    void chunksOfBlanksAreBounded() throws IOException {
        Content content = Content.of(Readings.utf8("{\"a\":1}\n" + "\n".repeat(8 * MANY)));
        try (Cuts cuts = new ChunkReading().cut(Readings.JSON, null, content, 1000)) {
            for (Slice slice = cuts.next(); slice != null; slice = cuts.next()) {
                assertThat(slice.bytes()).hasSizeLessThanOrEqualTo(Limits.CHUNK_BYTES_MAX);
            }
        }
    }

    @Test
    void aRosterAmongMegabytesOfBlanksIsRead() {
        String gap = "\n".repeat(MANY);
        String roster = gap + "teacher_no,name\n" + gap + "T1,张三\n" + gap + "T2,李四\n" + gap;
        Content content = Content.of(Readings.utf8(roster));
        RosterReading.OpenedRoster opened =
                assertTimeoutPreemptively(
                        BOUND, () -> new RosterCsv().open(content, null, LocalDate.of(2026, 1, 1)));
        assertThat(opened).isInstanceOf(RosterReading.RosterRows.class);
        RosterReading.RosterRows rows = (RosterReading.RosterRows) opened;
        assertThat(assertTimeoutPreemptively(BOUND, () -> rows.next(10))).hasSize(2);
    }

    private static List<RawRecord> all(Format format, @Nullable String charset, byte[] content) {
        return all(format, charset, content, 1000);
    }

    private static List<RawRecord> all(
            Format format, @Nullable String charset, byte[] content, int recordsMax) {
        return assertTimeoutPreemptively(
                BOUND, () -> Readings.all(format, charset, content, recordsMax));
    }
}
