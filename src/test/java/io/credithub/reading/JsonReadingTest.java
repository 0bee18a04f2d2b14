package io.credithub.reading;

import static io.credithub.reading.Readings.json;
import static io.credithub.reading.Readings.page;
import static io.credithub.reading.Readings.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonReadingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1}\n{\"b\":2.50}\n",
                "\n {\"a\":1} \r\n\r\n{\"b\":2.50}",
                "[{\"a\":1},{\"b\":2.50}]",
                " [\n {\"a\":1} ,\n {\"b\":2.50}\n]\n",
                "\uFEFF[{\"a\":1},{\"b\":2.50}]"
            })
    void linesAndArraysAreToldApartByTheFirstCharacter(String content) {
        assertThat(told(json(content))).containsExactly("{\"a\":1}", "{\"b\":2.50}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "[]", " [ ] \n", "\uFEFF", "\uFEFF\n", "\uFEFF[ ]"})
    void withoutAnElementThereIsNoRecord(String content) {
        assertThat(json(content)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            textBlock =
                    """
                    {"a":}            | MALFORMED /a {"a":} ·     | a value is missing
                    {"a":1,"a":2}     | DUPLICATE_KEY /a {"a":*,"a":*} · | a key twice
                    {"a":1} {"b":2}   | MALFORMED            | a second value
                    {"a":01}          | MALFORMED /a         | a leading zero
                    {'a':1}           | MALFORMED            | quotes that JSON does not know
                    {"a":"\u0001"}    | MALFORMED /a         | a control character
                    {"a":1e99999999999} | MALFORMED          | an exponent without end
                    """)
    void aMalformedElementHarmsNoNeighbour(String element, String told, String why) {
        String[] contents = {"1\n" + element + "\n2\n", "[1," + element + ",2]"};
        for (String content : contents) {
            assertThat(told(json(content)))
                    .as(why)
                    .satisfies(records -> {
                        assertThat(records).hasSize(3);
                        assertThat(records.getFirst()).isEqualTo("1");
                        assertThat(records.get(1)).startsWith("[" + told);
                        assertThat(records.getLast()).isEqualTo("2");
                    });
        }
    }

    @ParameterizedTest(name = "{0} has {1} records, the last unreadable: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            textBlock =
                    """
                    [1,2      | 2 | never closed
                    [1,2,     | 3 | broken off behind a comma
                    [1,2,]    | 3 | a comma too many
                    [1,,2]    | 3 | an element missing
                    [1] 2     | 1 | something behind the array
                    [1,2] ]   | 2 | a bracket too many
                    [         | 1 | nothing but a bracket
                    """)
    void anArrayMustEndAsItShould(String content, int records, String why) {
        assertThat(told(Readings.all(Readings.JSON, null, Readings.utf8(content), 1)))
                .hasSize(records)
                .anySatisfy(told -> assertThat(told).as(why).startsWith("[MALFORMED"));
    }

    @Test
    void bytesThatAreNotUtf8CostTheirOwnElementOnly() {
        byte[] content = Readings.utf8("{\"a\":\"张\"}\n{\"a\":\"李\"}\n");
        content[6] = (byte) 0xC0;
        assertThat(told(Readings.all(Readings.JSON, "utf-8", content, 9)))
                .containsExactly("[BAD_CHARACTER  UTF-8]", "{\"a\":\"李\"}");
    }

    @Test
    void aPageIsNeverReadAsSomethingElseForABrokenCharacter() {
        String page = "{\"data\":{\"items\":[{\"a\":\"张\"},{\"a\":\"李\"}]}}";
        byte[] content = Readings.utf8(page);
        content[page.indexOf('张') + 1] = (byte) 0xC0;
        assertThat(told(Readings.all(Readings.PAGE, null, content, 9)))
                .containsExactly("[BAD_CHARACTER  UTF-8]", "{\"a\":\"李\"}");
    }

    @Test
    void charactersThatEndInABracketAreNoBracketsInGb18030() {
        // the second byte of each of these is one of [ \ ] { }
        String text = "[{\"a\":\"乕俓俔倇\"},{\"a\":\"昞昢\"}]";
        byte[] content = text.getBytes(Charset.forName("GB18030"));
        assertThat(told(Readings.all(Readings.JSON, "GB18030", content, 1)))
                .containsExactly("{\"a\":\"乕俓俔倇\"}", "{\"a\":\"昞昢\"}");
    }

    @Test
    void aPageIsOneChunkAndItsElementsAreRecords() {
        String elements = "{\"a\":1},{\"a\":},3";
        String page = "{\"code\":0,\"data\":{\"x\":[9],\"items\":[" + elements + "],\"n\":1}}";
        assertThat(told(page(page)))
                .containsExactly(
                        "{\"a\":1}", "[MALFORMED /a {\"a\":} · 第 6 个字符处 at character 6]", "3");
        assertThat(page("{\"data\":{\"items\":[]}}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":{}}", "{\"data\":{\"items\":7}}", "<html>", "[]", "{\"data"})
    void aPageWithoutItsArrayIsOneUnreadableRecord(String content) {
        assertThat(told(page(content))).containsExactly("[MALFORMED /data/items null]");
    }

    @Test
    void anElementLongerThanAMebibyteIsOneUnreadableRecord() {
        String element = "{\"a\":\"" + "[,".repeat(2 << 20) + "\"}";
        String[] contents = {"1\n" + element + "\n2\n", "[1," + element + ",2]"};
        for (String content : contents) {
            assertThat(told(json(content))).containsExactly("1", "[TOO_LONG  > 1048576 B]", "2");
        }
        assertThat(told(page("{\"data\":{\"items\":[1," + element + ",2]}}")))
                .containsExactly("1", "[TOO_LONG  > 1048576 B]", "2");
    }
}
