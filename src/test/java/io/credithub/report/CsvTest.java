package io.credithub.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.credithub.report.Table.Column;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvTest {
    private static final List<Column> COLUMNS =
            List.of(Column.text("来源", "reference"), Column.number("学分", "credits"));

    @Test
    void theTitlesAreChineseFirstAndLinesEndAsTheStandardSays() {
        Table table = new Table(COLUMNS, List.of(List.of("page", "16.00")));
        assertThat(Csv.of(table)).isEqualTo("来源 reference,学分 credits\r\npage,16.00\r\n");
    }

    @Test
    void whatWouldBreakALineIsQuoted() {
        Table table = new Table(COLUMNS, List.of(List.of("a,\"b\"\nc", "1")));
        assertThat(Csv.of(table)).endsWith("\r\n\"a,\"\"b\"\"\nc\",1\r\n");
    }

    @ParameterizedTest(name = "{0} is written as {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    =1+1      | '=1+1     | a formula is defused
                    @SUM(A1)  | '@SUM(A1) | so is a function
                    +1+1      | '+1+1     | so is a sum
                    -cmd      | '-cmd     | a minus that starts no number
                    -2.70     | -2.70     | a loan stays a number
                    1-2       | 1-2       | only the first character counts
                    """)
    void aSpreadsheetComputesNothing(String value, String written, String why) {
        Table table = new Table(COLUMNS, List.of(List.of(value, "1")));
        assertThat(Csv.of(table)).as(why).endsWith("\r\n" + written + ",1\r\n");
    }

    /// A spreadsheet of East Asia takes the wide sign for the narrow one, and white space before it
    /// for nothing.
    @ParameterizedTest(name = "a cell that begins with U+{0}")
    @ValueSource(strings = {"FF1D", "FF0B", "FF0D", "FF20", "0009", "000D", "000A"})
    void theWideSignsAndWhiteSpaceAreDefusedToo(String begin) {
        String value = Character.toString(Integer.parseInt(begin, 16)) + "1+1";
        assertThat(Csv.cell(value)).isEqualTo("'" + value);
        assertThat(Csv.cell("x" + value)).isEqualTo("x" + value);
    }

    @Test
    void aRowThatDoesNotFitItsColumnsIsABug() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Table(COLUMNS, List.of(List.of("one cell"))));
    }
}
