package io.credithub.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import io.credithub.domain.programme.ProgrammeColumn;
import io.credithub.domain.programme.ProgrammeTerms;
import io.credithub.domain.programme.RegisterFile.RegisterRow;
import io.credithub.flow.programme.RegisterReading.ReadRegister;
import io.credithub.flow.programme.RegisterReading.RegisterLine;
import io.credithub.flow.reading.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProgrammeCsvTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final RegisterRow FULL =
            new RegisterRow(
                    "NP-2023-77",
                    new ProgrammeTerms(
                            "信息技术",
                            Level.NATIONAL,
                            Form.BLENDED,
                            6050,
                            "省教育厅",
                            LocalDate.of(2023, 3, 1),
                            LocalDate.of(2023, 12, 31),
                            Map.of("140105", 30, "140106", 20)),
                    List.of("ICT", "信息化"));

    private static ReadRegister read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ReadRegister read(byte[] bytes) {
        try {
            return new ProgrammeCsv().read(Content.of(bytes), null, null);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<RegisterLine> lines(ReadRegister read) {
        return ((ReadRegister.RegisterTable) read).lines();
    }

    /// Of each row its code, or what is wrong; of a file that cannot be read why.
    private static List<String> told(ReadRegister read) {
        List<String> told = new ArrayList<>();
        switch (read) {
            case ReadRegister.NoRegister(Finding why) -> told.add("file " + text(why));
            case ReadRegister.RegisterTable table -> {
                for (RegisterLine line : table.lines()) {
                    told.add(line.row() == null ? text(line.findings()) : line.row().code());
                }
            }
        }
        return told;
    }

    private static String text(List<Finding> findings) {
        return String.join("; ", findings.stream().map(ProgrammeCsvTest::text).toList());
    }

    private static String text(Finding finding) {
        String value = finding.value() == null ? "" : " " + finding.value();
        return finding.code() + " " + finding.field() + value;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code,name,aliases,level,form,hours,organiser,starts_on,ends_on,places\n"
                        + "NP-2023-77,信息技术,ICT|信息化,NATIONAL,blended,60.5,省教育厅,2023-03-01,"
                        + "2023-12-31,140105=30;140106=20\n",
                "项目编号,项目名称,别名,层次,形式,学时,举办单位,开始日期,结束日期,分县名额\n"
                        + "NP-2023-77,信息技术,ICT|信息化,国培,混合,60.50,省教育厅,2023-03-01,"
                        + "2023-12-31,140106=20;140105=30\n",
                "项目编号,项目名称,别名,层次,形式,学时,举办单位,开始日期,结束日期,places:140105,分县名额:140106\n"
                        + "NP-2023-77,信息技术,ICT|信息化,国培,混合,60.5,省教育厅,2023-03-01,"
                        + "2023-12-31,30,20\n"
            })
    void headersAndWordsAreChineseOrEnglish(String file) {
        assertThat(read(file))
                .isEqualTo(
                        new ReadRegister.RegisterTable(
                                Set.of(ProgrammeColumn.values()),
                                List.of(new RegisterLine(0, FULL, List.of()))));
    }

    @Test
    void gb18030IsReadToo() {
        String file = "项目编号,项目名称\nA,信息技术应用能力提升工程培训\n";
        assertThat(lines(read(file.getBytes(GB18030)))).isEqualTo(lines(read(file)));
    }

    @ParameterizedTest(name = "{0} is told as {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    A,师德,,,,,,            | A
                    ,师德,,,,,,             | MISSING_FIELD /code
                    A,,,,,,,                | MISSING_FIELD /name
                    A,师德,乡镇,,,,,        | UNKNOWN_CODE /level 乡镇
                    A,师德,,函授,,,,        | UNKNOWN_CODE /form 函授
                    A,师德,,,12.345,,,      | OUT_OF_RANGE /hours 12.345
                    A,师德,,,-3,,,          | OUT_OF_RANGE /hours -3
                    A,师德,,,,2023-02-30,,  | BAD_DATE /starts_on 2023-02-30
                    A,师德,,,,2023-3-1,,    | BAD_DATE /starts_on 2023-3-1
                    A,师德,,,,1023-03-01,,  | OUT_OF_RANGE /starts_on 1023-03-01
                    A,师德,,,,2023-03-02,2023-03-01, | PERIOD_REVERSED /ends_on 2023-03-01
                    A,师德,,,,,,140105      | MALFORMED /places 140105
                    A,师德,,,,,,14=3        | OUT_OF_RANGE /places 14=3
                    A,师德,,,,,,140105=x    | OUT_OF_RANGE /places 140105=x
                    A,师德,,,,,,140105=1;140105=2 | DUPLICATE_KEY /places 140105=2
                    A,师德                  | WRONG_COLUMNS / 2/8
                    """)
    void aRowThatIsWrongIsToldByItsField(String row, String told) {
        String file =
                "code,name,level,form,hours,starts_on,ends_on,places\n" + row + "\nB,b,,,,,,\n";
        assertThat(told(read(file))).containsExactly(told, "B");
    }

    @Test
    void aCodeThatComesTwiceIsTakenOnce() {
        assertThat(told(read("code,name\nA,a\nA,b\n")))
                .containsExactly("A", "REPEATED_PROGRAMME /code A");
    }

    @ParameterizedTest(name = "{0} is told as {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    name            | file MISSING_COLUMN /code 项目编号
                    code            | file MISSING_COLUMN /name 项目名称
                    code,name,price | file UNKNOWN_COLUMN #3 price
                    code,name,项目名称 | file REPEATED_COLUMN /项目名称
                    code,name,places,places:140105 | file REPEATED_COLUMN /places:140105
                    """)
    void aHeaderThatIsWrongRefusesTheFile(String header, String told) {
        assertThat(told(read(header + "\nA,a,,\n"))).containsExactly(told);
    }

    @Test
    void aBrokenWorkbookIsNoTable() {
        assertThat(told(read(new byte[] {'P', 'K', 3, 4, 0, 0})))
                .containsExactly("file NO_TABLE /");
    }

    @Test
    void whatAFileHasNoColumnForIsNotSaid() {
        assertThat(
                        ((ReadRegister.RegisterTable) read("code,name,places:140105\nA,a,3\n"))
                                .columns())
                .containsExactlyInAnyOrder(
                        ProgrammeColumn.CODE, ProgrammeColumn.NAME, ProgrammeColumn.PLACES);
    }
}
