package io.credithub.reading;

import static io.credithub.reading.Readings.csv;
import static io.credithub.reading.Readings.told;
import static io.credithub.reading.Readings.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvReadingTest {
    private static final Charset GB18030 = Charset.forName("GB18030");

    @Test
    void anEmptyValueIsAbsent() {
        assertThat(told(csv("a,b,c\n1,,3\n"))).containsExactly("{\"a\":\"1\",\"c\":\"3\"}");
    }

    @Test
    void quotedValuesKeepCommasQuotesAndLines() {
        assertThat(told(csv("a,b\r\n\"1,2\",\"say \"\"x\"\"\r\nagain\"\r\n3,4")))
                .containsExactly(
                        "{\"a\":\"1,2\",\"b\":\"say \\\"x\\\"\\r\\nagain\"}",
                        "{\"a\":\"3\",\"b\":\"4\"}");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            textBlock =
                    """
                    1           | WRONG_COLUMNS  1/2 | a column too few
                    1,2,3       | WRONG_COLUMNS  3/2 | a column too many
                    "1",2"      | {"a":"1","b":"2\\""} | a quote inside a plain value is a character
                    "1"x,2      | MALFORMED  " | something behind a closing quote
                    "1,2        | MALFORMED  " | a quote that nobody closes
                    1,"2        | MALFORMED  " | the same in the last column
                    """)
    void aBadRowHarmsNoNeighbour(String row, String told, String why) {
        assertThat(told(csv("a,b\nx,y\n" + row + "\n5,6\n7,\"8\"\n")))
                .as(why)
                .containsExactly(
                        "{\"a\":\"x\",\"b\":\"y\"}",
                        told.startsWith("{") ? told : "[" + told + "]",
                        "{\"a\":\"5\",\"b\":\"6\"}",
                        "{\"a\":\"7\",\"b\":\"8\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "a,b", "a,b\r\n\r\n"})
    void withoutARowThereIsNoRecord(String content) {
        assertThat(csv(content)).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            textBlock =
                    """
                    ,,,,,             | nothing but commas
                    , ,,"",,          | blanks and empty quotes among them
                    """)
    void aRowOfNothingButCommasIsNoRecord(String row, String why) {
        String head = "a,b,c,d,e,f\n";
        assertThat(told(csv(head + row + "\n1,,,,,\n" + row + "\n" + row)))
                .as(why)
                .containsExactly("{\"a\":\"1\"}");
    }

    @Test
    void twoStrayQuotesCostTheirOwnLinesOnly() {
        String rows = "1,\"x,3,4,5,6\n7,,,,,\n13,y\",,,,\n";
        assertThat(told(csv("a,b,c,d,e,f\n" + rows)))
                .containsExactly(
                        "[MALFORMED  \"]", "{\"a\":\"7\"}", "{\"a\":\"13\",\"b\":\"y\\\"\"}");
    }

    @Test
    void emptyCellsAtTheEndOfARowAreNoHarm() {
        assertThat(told(csv("a,b\u3000,,\n1,2,,\n1,2\n1,2,,,,\n1,2,,,x\n1\n")))
                .containsExactly(
                        "{\"a\":\"1\",\"b\":\"2\"}",
                        "{\"a\":\"1\",\"b\":\"2\"}",
                        "{\"a\":\"1\",\"b\":\"2\"}",
                        "[WRONG_COLUMNS  5/4]",
                        "[WRONG_COLUMNS  1/4]");
    }

    @ParameterizedTest(name = "{0} as {1} is {2}: {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    谢伟              | GB18030 | GB18030       | each of its byte pairs is a letter
                    谢小雪            | GB18030 | GB18030       | the same with three
                    肖小石            | GB18030 | GB18030       | the same
                    佟伟              | GB18030 | GB18030       | one of two is a rarer character
                    谢伟              | UTF-8   | UTF-8         | Chinese characters
                    佟                | UTF-8   | UTF-8         | a single one
                    䶮                | UTF-8   | UTF-8         | a rare one
                    阿依古丽·买买提   | UTF-8   | UTF-8         | with a dot
                    Ann·Lee           | UTF-8   | UTF-8         | a dot among letters
                    José              | UTF-8   | UTF-8         | a letter with a mark in a word
                    Иван              | UTF-8   | UTF-8         | no name in GB 2312
                    佟佶              | GB18030 | UTF-8/GB18030 | nobody can tell
                    """)
    void aShortTableIsReadAsWhatItSays(String name, String written, String read, String why) {
        byte[] content = ("no,name\n1," + name + "\n").getBytes(Charset.forName(written));
        assertThat(Readings.charset(Readings.CSV, null, content)).as(why).isEqualTo(read);
    }

    @Test
    void aNameThatOccursTwiceMakesEveryRowUnreadable() {
        assertThat(told(csv("a,b,a\n1,2,3\n4,5,6\n")))
                .containsExactly("[WRONG_COLUMNS a 2 × *]", "[WRONG_COLUMNS a 2 × *]");
    }

    @Test
    void aColumnWithoutANameMayOnlyBeEmpty() {
        assertThat(told(csv("a,\n1,\n2,x\n")))
                .containsExactly("{\"a\":\"1\"}", "[WRONG_COLUMNS #2 null]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"𠮷", "䶮", "阿依古丽·买买提", "㐂㙍", "𪚥𬜬"})
    void namesKeepTheirCharacters(String name) {
        String text = "姓名,项目名称\n" + name + ",培训\n";
        String told = "{\"姓名\":\"" + name + "\",\"项目名称\":\"培训\"}";
        assertThat(told(Readings.all(Readings.CSV, null, text.getBytes(GB18030), 5)))
                .containsExactly(told);
        assertThat(told(csv(text))).containsExactly(told);
        assertThat(told(csv("\uFEFF" + text))).containsExactly(told);
    }

    @Test
    void aBrokenCharacterCostsItsOwnRowOnly() {
        byte[] content = "姓名,学时\n张三,1\n李四,2\n王五,3\n".getBytes(GB18030);
        int place = "姓名,学时\n张三,1\n李".getBytes(GB18030).length;
        content[place] = (byte) 0xFF;
        assertThat(told(Readings.all(Readings.CSV, "GB2312", content, 2)))
                .satisfies(rows -> {
                    assertThat(rows).hasSize(3);
                    assertThat(rows.get(0)).isEqualTo("{\"姓名\":\"张三\",\"学时\":\"1\"}");
                    assertThat(rows.get(1)).startsWith("[BAD_CHARACTER 姓名 李");
                    assertThat(rows.get(2)).isEqualTo("{\"姓名\":\"王五\",\"学时\":\"3\"}");
                });
    }

    @Test
    void aDamagedRowDoesNotTurnAUtf8FileIntoGb18030() {
        StringBuilder text = new StringBuilder("姓名,项目\n");
        for (int row = 0; row < 50; row++) text.append("张三,骨干教师培训\n");
        byte[] content = utf8(text + "李四,x\n王五,y\n");
        content[content.length - 20] = (byte) 0xC0;
        assertThat(Readings.charset(Readings.CSV, null, content)).isEqualTo("UTF-8");
        assertThat(told(Readings.all(Readings.CSV, null, content, 7)).getLast())
                .isEqualTo("{\"姓名\":\"王五\",\"项目\":\"y\"}");
    }

    @ParameterizedTest(name = "{0}, declared {1}: {2}")
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    UTF-8,      -,        UTF-8
                    GB18030,    -,        GB18030
                    GB18030,    gbk,      GB18030
                    GB18030,    nonsense, GB18030
                    UTF-8,      GB2312,   GB18030
                    US-ASCII,   -,        UTF-8
                    UTF-16,     -,        UTF-16BE
                    """)
    void theCharsetIsDecidedForTheWholeFile(String written, String declared, String decided) {
        String text = written.equals("US-ASCII") ? "name\nli\n" : "姓名\n联通\n";
        byte[] content = text.getBytes(Charset.forName(written));
        assertThat(Readings.charset(Readings.CSV, declared, content)).isEqualTo(decided);
    }

    @Test
    void utf16IsRefusedAsOneRecord() {
        byte[] content = "姓名\n张三\n李四\n".getBytes(StandardCharsets.UTF_16);
        assertThat(told(Readings.all(Readings.CSV, null, content, 1)))
                .containsExactly("[BAD_CHARACTER  UTF-16BE]");
    }

    @Test
    void aRowLongerThanAMebibyteIsOneUnreadableRecord() {
        for (String quote : new String[] {"", "\""}) {
            String row = quote + "x".repeat(9 << 20) + quote + ",2\n";
            assertThat(told(csv("a,b\n1,2\n" + row + "3,4\n")))
                    .containsExactly(
                            "{\"a\":\"1\",\"b\":\"2\"}",
                            "[TOO_LONG  > 1048576 B]",
                            "{\"a\":\"3\",\"b\":\"4\"}");
        }
    }

    @Test
    void anEndlessHeaderMakesTheContentOneUnreadableRecord() {
        assertThat(told(csv("x".repeat(3 << 20) + "\n1\n")))
                .containsExactly("[TOO_LONG  > 1048576 B]");
    }
}
