package io.credithub.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.completion.Finding;
import io.credithub.flow.expectation.EnrolmentReading.ListLine;
import io.credithub.flow.expectation.EnrolmentReading.ListRows;
import io.credithub.flow.expectation.EnrolmentReading.OpenedList;
import io.credithub.flow.expectation.EnrolmentReading.UnreadableList;
import io.credithub.flow.expectation.EnrolmentRow;
import io.credithub.flow.reading.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EnrolmentCsvTest {
    private static final String HEAD = "teacher_no,id_type,id_number,name,hours\n";
    private static final String ID = "11010519491231002X";

    private static List<String> told(String text) {
        return told(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Of each row what it says, or the findings; of a file that cannot be read why.
    private static List<String> told(byte[] content) {
        List<String> told = new ArrayList<>();
        try {
            OpenedList opened = new EnrolmentCsv().open(Content.of(content), null);
            switch (opened) {
                case UnreadableList not -> told.add("file " + text(not.why()));
                case ListRows rows -> {
                    try (rows) {
                        for (List<ListLine> some = rows.next(2);
                                !some.isEmpty();
                                some = rows.next(2)) {
                            some.forEach(line -> told.add(text(line)));
                        }
                    }
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return told;
    }

    private static String text(ListLine line) {
        return switch (line) {
            case ListLine.EnrolledLine one -> text(one.row());
            case ListLine.RefusedLine bad ->
                    String.join(" ", bad.findings().stream().map(EnrolmentCsvTest::text).toList());
        };
    }

    private static String text(EnrolmentRow row) {
        return "%s %s %s %s"
                .formatted(row.teacherNo(), row.document(), row.name(), row.hourHundredths());
    }

    private static String text(Finding finding) {
        return "%s %s %s".formatted(finding.code().code(), finding.field(), finding.value());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    T-1,,,张三,40                      | T-1 null 张三 4000
                    T-1,,,张三,0.5                     | T-1 null 张三 50
                    T-1,,,张三,                        | T-1 null 张三 null
                    ,RESIDENT,11010519491231002X,张三, | null 1101**********002X 张三 null
                    ,,,张三,40                         | HUB-1010 /teacher_no null
                    T-1,,,,40                          | HUB-1003 /name null
                    T-1,,,张三,40小时                  | HUB-1004 /hours 40**
                    T-1,,,张三,0                       | HUB-1005 /hours *
                    T-1,,,张三,10000.01                | HUB-1005 /hours 1000****
                    T-1,,11010519491231002X,张三,1     | HUB-1003 /id_type null
                    T-1,身份证,11010519491231002X,张三,1 | HUB-1008 /id_type 身**
                    T-1,RESIDENT,110105194912310021,张三,1 | HUB-1009 /id_number 1101****
                    T-1,,,张三                         | HUB-1015 / 4/5
                    T-1,,,张三,40,外                   | HUB-1015 / 6/5
                    """)
    void aRowIsUnderstoodOrToldWhatIsWrong(String row, String told) {
        assertThat(told(HEAD + row + "\n")).containsExactly(told);
    }

    @Test
    void columnsHaveChineseNamesToo() {
        String text = "姓名,学时,教师编号\n张三,8,T-1\n";
        assertThat(told(text)).containsExactly("T-1 null 张三 800");
        assertThat(told(text.getBytes(Charset.forName("GB18030"))))
                .containsExactly("T-1 null 张三 800");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    teacher_no,hours             | file HUB-1042 /name null
                    name,hours                   | file HUB-1042 /teacher_no null
                    name,id_number               | file HUB-1042 /id_type null
                    name,teacher_no,姓名         | file HUB-1041 /name null
                    name,teacher_no,单位         | file HUB-1040 #3 单*
                    """)
    void aFileThatIsNoListIsRefusedWhole(String head, String told) {
        assertThat(told(head + "\nx,y,z\n")).containsExactly(told);
    }

    @Test
    void aWorkbookIsNoList() {
        assertThat(told(new byte[] {'P', 'K', 3, 4, 0})).containsExactly("file HUB-1044 / null");
    }

    @Test
    void aRowIsMaskedInLogs() {
        assertThat(new EnrolmentRow("T-1", null, ID, 1).toString()).doesNotContain(ID, "T-1");
    }
}
