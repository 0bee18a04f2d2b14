package io.credithub.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.completion.Finding;
import io.credithub.flow.reading.Content;
import io.credithub.flow.reading.RosterColumn;
import io.credithub.flow.roster.RosterReading.OpenedRoster;
import io.credithub.flow.roster.RosterReading.RosterLine;
import io.credithub.flow.roster.RosterReading.RosterRows;
import io.credithub.flow.roster.RosterReading.Unreadable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RosterCsvTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static final String HEAD = "teacher_no,name,division_code,status";
    private static final String ID = "11010519491231002X";

    private static OpenedRoster open(byte[] content, @Nullable String charset) {
        try {
            return new RosterCsv().open(Content.of(content), charset, TODAY);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Of each row its name, or the findings; of a file that cannot be read why.
    private static List<String> told(byte[] content, @Nullable String charset) {
        List<String> told = new ArrayList<>();
        switch (open(content, charset)) {
            case Unreadable unreadable -> told.add("file " + text(unreadable.why()));
            case RosterRows rows -> {
                try (rows) {
                    for (List<RosterLine> some = rows.next(2);
                            !some.isEmpty();
                            some = rows.next(2)) {
                        for (RosterLine line : some) {
                            assertThat(line.position()).isEqualTo(told.size());
                            told.add(text(line));
                        }
                    }
                } catch (IOException impossible) {
                    throw new UncheckedIOException(impossible);
                }
            }
        }
        return told;
    }

    private static List<String> told(String content) {
        return told(utf8(content), null);
    }

    private static String text(RosterLine line) {
        return switch (line) {
            case RosterLine.UnderstoodRow understood -> understood.row().name();
            case RosterLine.RefusedRow refused ->
                    refused.findings().stream().map(RosterCsvTest::text).toList().toString();
        };
    }

    private static String text(Finding finding) {
        return finding.code() + " " + finding.field() + " " + finding.value();
    }

    @Test
    void aStrayQuoteCostsItsOwnLine() {
        String head = "teacher_no,id_type,id_number,name,division_code,status\n";
        String good = ",RESIDENT," + ID + ",吴一,140105,ACTIVE\n";
        String bad = ",RESIDENT," + ID + ",\"吴一,140105,ACTIVE\n";
        List<String> told = told(head + "1" + bad + "2" + good + "3" + bad + "4" + good);
        assertThat(told).containsExactly("[MALFORMED / \"]", "吴一", "[MALFORMED / \"]", "吴一");
    }

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            textBlock =
                    """
                    1,吴,140105       | [WRONG_COLUMNS / 3/4]            | a cell too few
                    1,吴,140105,NEW,x | [WRONG_COLUMNS / 5/4]            | a cell too many
                    1,吴,140105,NEW,, | 吴                               | empty cells at the end
                    1,吴,14,NEW       | [OUT_OF_RANGE /division_code 1*] | no division
                    1,吴,140105,X1234567 | [UNKNOWN_CODE /status X123****] | a piece of what is there
                    1,,140105,NEW     | [MISSING_FIELD /name null]       | no name
                    ,吴,140105,NEW    | [NO_IDENTITY /teacher_no null]   | nobody
                    1,吴\u0000,140105,NEW | [BAD_CHARACTER /name null]     | a character that is none
                    """)
    void aBadRowIsToldAndHarmsNoNeighbour(String row, String told, String why) {
        String bad = row.replace("\\u0000", "\u0000");
        assertThat(told(HEAD + "\n0,甲,140105,NEW\n" + bad + "\n2,乙,140105,NEW\n"))
                .as(why)
                .containsExactly("甲", told, "乙");
    }

    @ParameterizedTest(name = "born {0}, confirmed {1}: {2}")
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            textBlock =
                    """
                    1990-01-01     | 2014-09-01 | 吴
                    -              | 2014-09-01 | 吴
                    1926-09-01     | -          | 吴
                    1926-08-31     | -          | [OUT_OF_RANGE /birth_date 1926****]
                    1875-01-01     | -          | [OUT_OF_RANGE /birth_date 1875****]
                    2012-09-01     | -          | 吴
                    2012-09-02     | -          | [OUT_OF_RANGE /birth_date 2012****]
                    2099-01-01     | -          | [OUT_OF_RANGE /birth_date 2099****]
                    +5999999-01-01 | -          | [BAD_DATE /birth_date +599****]
                    1990-02-30     | -          | [BAD_DATE /birth_date 1990****]
                    1990/02/03     | -          | [BAD_DATE /birth_date 1990****]
                    1990-01-01     | 1989-09-01 | [DATES_CONTRADICT /confirmed_on 1989****]
                    1990-01-01     | 2027-09-01 | 吴
                    1990-01-01     | 2031-09-01 | [OUT_OF_RANGE /confirmed_on 2031****]
                    """)
    void datesAreThoseOfAWorkingLife(
            @Nullable String born, @Nullable String confirmed, String told) {
        String row = "1,吴,140105,NEW," + text(born) + "," + text(confirmed);
        assertThat(told(HEAD + ",birth_date,confirmed_on\n" + row + "\n")).containsExactly(told);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            textBlock =
                    """
                    teacher_no,name,name     | file REPEATED_COLUMN /name null
                    teacher_no,name,brith_date | file UNKNOWN_COLUMN #3 brit****
                    teacher_no,status        | file MISSING_COLUMN /name null
                    name,status              | file MISSING_COLUMN /teacher_no null
                    id_number,name           | file MISSING_COLUMN /id_type null
                    "teacher_no,name         | file NO_TABLE / null
                    140105194912310021,吴一  | file UNKNOWN_COLUMN #1 1401****
                    """)
    void aHeaderThatIsWrongRefusesTheFile(String head, String told) {
        assertThat(told(head + "\n1,吴,吴\n")).containsExactly(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", ",,,\n", "PK\u0003\u0004rest", "%PDF-1.7"})
    void whatIsNoTableIsRefusedAsSuch(String content) {
        assertThat(told(content)).containsExactly("file NO_TABLE / null");
    }

    @Test
    void columnsAreFoundWhateverTheirOrderCaseAndBlanks() {
        OpenedRoster opened = open(utf8("\uFEFF Name ,\u3000TEACHER_NO,,\n吴,1,,\n"), null);
        assertThat(((RosterRows) opened).columns())
                .isEqualTo(Set.of(RosterColumn.NAME, RosterColumn.TEACHER_NO));
        assertThat(told("\uFEFF Name ,\u3000TEACHER_NO,,\n吴,1,,\n王,2\n")).containsExactly("吴", "王");
    }

    @Test
    void aShortFileInGb18030HasTheRightNames() {
        Charset gb18030 = Charset.forName("GB18030");
        String text = HEAD + "\n1,谢伟,140105,ACTIVE\n";
        assertThat(told(text.getBytes(gb18030), null)).containsExactly("谢伟");
        String doubtful = HEAD + "\n1,佟佶,140105,ACTIVE\n";
        assertThat(told(doubtful.getBytes(gb18030), null))
                .containsExactly("file DOUBTFUL_CHARSET / UTF-8/GB18030");
        assertThat(told(doubtful.getBytes(gb18030), "gbk")).containsExactly("佟佶");
    }

    @Test
    void aLineOfTwoMebibytesCostsItselfOnly() {
        String row = "1," + "吴".repeat(1 << 20) + ",140105,NEW\n";
        assertThat(told(HEAD + "\n" + row + "2,吴,140105,NEW\n"))
                .containsExactly("[TOO_LONG / null]", "吴");
    }

    @Test
    void blanksOfAnyKindInAnIdNumberFallAway() {
        String head = "id_type,id_number,name,division_code,status\n";
        for (String blank : List.of(" ", "\u00A0", "\u3000", "\u2009", "\t", "\u200B")) {
            String number = ID.substring(0, 6) + blank + ID.substring(6);
            assertThat(told(head + "RESIDENT," + number + ",吴,140105,NEW\n"))
                    .as("U+%04X", (int) blank.charAt(0))
                    .containsExactly("吴");
        }
    }
}
