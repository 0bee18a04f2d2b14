package io.credithub.reading;

import static io.credithub.reading.Readings.told;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.credithub.flow.feed.FeedDefinition.Format;
import io.credithub.flow.reading.RawRecord;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Laws of cutting and reading. [Readings#all] checks in every call that no byte is lost and that
/// as many records are read as were cut.
final class ReadingLawsTest {
    private static final String[] SEEDS = {
        "a,b\r\n1,\"x\r\ny\"\r\n,\r\n\"\"\"\",2\n3,4",
        "\uFEFF姓名,学时\n\n\n张三,\"1\"\n\"a\"b,2\n\"open,3\n4,5\n\"6\",\"7\"\r8,9\r\n",
        "{\"a\":[1,{\"b\":\"]}\\\"\"}]}\n\n{\"c\":1}\r\n{bad\n",
        " [ {\"a\":\"\\\\\"} , [1,[2]], \"x,]\" , 5 ]\n ",
        "[{\"a\":{,{\"b\":1}]",
        "{\"data\":{\"items\":[{\"a\":1},2]}}",
        ""
    };

    @Test
    void howItIsCutChangesNoRecord() {
        for (String seed : SEEDS) {
            for (Format format : List.of(Readings.CSV, Readings.JSON, Readings.PAGE)) {
                byte[] content = Readings.utf8(seed);
                List<String> whole = told(Readings.all(format, null, content, 1000));
                for (int recordsMax = 1; recordsMax <= whole.size() + 1; recordsMax++) {
                    assertThat(told(Readings.all(format, null, content, recordsMax)))
                            .as("%s by %d: %s", format.syntax(), recordsMax, seed)
                            .isEqualTo(whole);
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20260101, 42})
    void whateverTheBytesAreNothingIsLostAndNothingThrown(long seed) {
        Random random = new Random(seed);
        List<Format> formats = List.of(Readings.CSV, Readings.JSON, Readings.PAGE);
        String[] charsets = {null, "UTF-8", "GB18030"};
        for (int trial = 0; trial < 4000; trial++) {
            byte[] content = mutated(random);
            for (Format format : formats) {
                String declared = charsets[random.nextInt(charsets.length)];
                List<String> whole = told(Readings.all(format, declared, content, 1000));
                assertThat(told(Readings.all(format, declared, content, 1 + random.nextInt(3))))
                        .as("seed %d, trial %d, %s", seed, trial, format.syntax())
                        .isEqualTo(whole);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {7, 11})
    void goodCsvReadsAsAnotherReaderReadsIt(long seed) throws IOException {
        Random random = new Random(seed);
        String[] pieces = {"a", "\"", ",", "\n", "\r\n", "张", "𠮷", " ", "·", "1"};
        for (int trial = 0; trial < 500; trial++) {
            StringWriter text = new StringWriter();
            try (CsvWriter csv = CsvWriter.builder().build(text)) {
                csv.writeRecord("一", "二", "三");
                for (int row = random.nextInt(6); row >= 0; row--) {
                    csv.writeRecord("x" + any(random, pieces), any(random, pieces), "");
                }
            }
            Charset charset = Charset.forName(random.nextBoolean() ? "UTF-8" : "GB18030");
            byte[] content = text.toString().getBytes(charset);
            assertThat(told(Readings.all(Readings.CSV, charset.name(), content, 2)))
                    .as("seed %d, trial %d", seed, trial)
                    .isEqualTo(told(fastCsv(text.toString())));
        }
    }

    private static List<RawRecord> fastCsv(String text) throws IOException {
        List<RawRecord> records = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : rows) {
                ObjectNode fields = JsonNodeFactory.instance.objectNode();
                row.getFieldsAsMap()
                        .forEach((name, value) -> {
                            if (!value.isEmpty()) fields.put(name, value);
                        });
                records.add(RawRecord.of(records.size(), fields));
            }
        }
        return records;
    }

    private static String any(Random random, String[] pieces) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(5); left > 0; left--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }

    private static byte[] mutated(Random random) {
        byte[] content = Readings.utf8(SEEDS[random.nextInt(SEEDS.length)]);
        byte[] likely = Readings.utf8("\",\r\n[]{}:\\ 1a");
        for (int left = random.nextInt(6); left > 0 && content.length > 0; left--) {
            boolean isLikely = random.nextInt(3) > 0;
            content[random.nextInt(content.length)] =
                    isLikely ? likely[random.nextInt(likely.length)] : (byte) random.nextInt(256);
        }
        int cut = content.length == 0 ? 0 : random.nextInt(content.length + 1);
        return random.nextInt(4) == 0 ? Arrays.copyOf(content, cut) : content;
    }
}
