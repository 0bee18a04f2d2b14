package io.credithub.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.completion.Finding;
import io.credithub.flow.programme.RegisterReading.ReadRegister;
import io.credithub.flow.programme.RegisterReading.RegisterLine;
import io.credithub.flow.reading.Content;
import io.credithub.reading.sheet.HandMadeBook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The register as a workbook: what the CSV of the same content comes to, and the cell of each
/// mistake.
class RegisterWorkbookTest {
    private static final String[] HEADER = {
        "项目编号", "项目名称", "别名", "层次", "形式", "学时", "举办单位", "开始日期", "结束日期", "places:140105"
    };

    private static byte[] book(Consumer<Workbook> writing) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "test", "1.0")) {
            writing.accept(book);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    private static void header(Worksheet sheet) {
        for (int i = 0; i < HEADER.length; i++) sheet.value(0, i, HEADER[i]);
    }

    private static ReadRegister read(byte[] file, @Nullable String sheet) {
        try {
            return new ProgrammeCsv().read(Content.of(file), null, sheet);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static ReadRegister csv(String rows) {
        String file = String.join(",", HEADER) + "\n" + rows;
        return read(file.getBytes(StandardCharsets.UTF_8), null);
    }

    private static void day(Worksheet sheet, int row, int column, LocalDate day) {
        sheet.value(row, column, day);
        sheet.style(row, column).format("yyyy-mm-dd").set();
    }

    /// Of each row its code, or what is wrong and where.
    private static List<String> told(ReadRegister read) {
        List<String> told = new ArrayList<>();
        switch (read) {
            case ReadRegister.NoRegister(Finding why) -> told.add(text(why));
            case ReadRegister.RegisterTable table -> {
                for (RegisterLine line : table.lines()) {
                    List<String> wrong =
                            line.findings().stream().map(RegisterWorkbookTest::text).toList();
                    String row = line.row() == null ? String.join("; ", wrong) : line.row().code();
                    told.add(line.position() + " " + row);
                }
            }
        }
        return told;
    }

    private static String text(Finding finding) {
        String value = finding.value() == null ? "" : " " + finding.value();
        return finding.code() + " " + finding.field() + value;
    }

    @Test
    void typedCellsAreWhatTheCsvSays() {
        byte[] file =
                book(book -> {
                    Worksheet sheet = book.newWorksheet("项目库");
                    header(sheet);
                    sheet.value(1, 0, 20_240_001);
                    sheet.value(1, 1, " 信息技术 ");
                    sheet.value(1, 2, "ICT|信息化");
                    sheet.value(1, 3, "国培");
                    sheet.value(1, 4, "BLENDED");
                    sheet.value(1, 5, 60.50);
                    sheet.value(1, 6, "省教育厅");
                    day(sheet, 1, 7, LocalDate.of(2023, 3, 1));
                    sheet.value(1, 8, "2023-12-31");
                    sheet.value(1, 9, 30);
                    sheet.value(2, 0, "B");
                    sheet.value(2, 1, "师德");
                    sheet.value(2, 5, 80);
                });
        assertThat(read(file, null))
                .isEqualTo(
                        csv(
                                """
                                20240001,信息技术,ICT|信息化,国培,BLENDED,60.5,省教育厅,2023-03-01,2023-12-31,30
                                B,师德,,,,80,,,,
                                """));
    }

    @Test
    void eachMistakeIsToldWithItsCell() {
        byte[] file =
                book(book -> {
                    Worksheet sheet = book.newWorksheet("项目库");
                    header(sheet);
                    sheet.value(1, 0, "A");
                    sheet.value(1, 1, "信息技术");
                    sheet.value(1, 3, "乡镇");
                    sheet.value(1, 5, 12.345);
                    sheet.value(3, 0, "B");
                    sheet.value(4, 0, "C");
                    sheet.value(4, 1, "师德");
                    sheet.value(5, 0, "C");
                    sheet.value(5, 1, "师德");
                    sheet.value(6, 0, "D");
                    sheet.value(6, 1, "劳动");
                    sheet.value(6, 12, "旁注");
                    sheet.value(7, 0, "E");
                    sheet.formula(7, 1, "A1");
                });
        assertThat(told(read(file, null)))
                .containsExactly(
                        "0 UNKNOWN_CODE 项目库!D2/level 乡镇; OUT_OF_RANGE 项目库!F2/hours 12.345",
                        "2 MISSING_FIELD 项目库!B4/name",
                        "3 C",
                        "4 REPEATED_PROGRAMME 项目库!A6/code C",
                        "5 WRONG_COLUMNS 项目库!7/ 13/10",
                        "6 MALFORMED 项目库!B8 =");
    }

    @Test
    void aHeaderThatIsWrongRefusesTheFileWithItsCell() {
        byte[] file =
                book(book -> {
                    Worksheet sheet = book.newWorksheet("项目库");
                    sheet.value(2, 0, "code");
                    sheet.value(2, 1, "name");
                    sheet.value(2, 2, "price");
                });
        assertThat(told(read(file, null))).containsExactly("UNKNOWN_COLUMN 项目库!C3 price");
        assertThat(told(read(book(book -> book.newWorksheet("空")), null)))
                .containsExactly("NO_TABLE /");
    }

    @Test
    void aSheetMayBeNamed() {
        byte[] file =
                book(book -> {
                    book.newWorksheet("说明").value(0, 0, "本表由省教师发展中心填报");
                    Worksheet sheet = book.newWorksheet("项目库");
                    header(sheet);
                    sheet.value(1, 0, "A");
                    sheet.value(1, 1, "信息技术");
                });
        assertThat(told(read(file, "项目库"))).containsExactly("0 A");
        assertThat(told(read(file, null)).getFirst()).startsWith("UNKNOWN_COLUMN 说明!A1");
        assertThat(told(read(file, "没有"))).containsExactly("NO_TABLE / 说明, 项目库");
    }

    @Test
    void whatWasComputedIsTaken() {
        HandMadeBook book =
                new HandMadeBook()
                        .rows(
                                "<row><c t=\"str\"><f>A9</f><v>code</v></c>"
                                        + "<c t=\"inlineStr\"><is><t>name</t></is></c></row>"
                                        + "<row><c><f>1+1</f><v>2</v></c>"
                                        + "<c t=\"str\"><f>A9</f><v>师德</v></c></row>");
        assertThat(told(read(book.bytes(), null))).containsExactly("0 2");
    }

    /// A law: whatever is in the cells, both files come to the same.
    @Test
    void aTableAndItsCsvAreOne() {
        long seed = 6;
        Random random = new Random(seed);
        String[] words = {
            "", "A", "国培", "县培", "网络", "12.5", "x y", "2024-02-30", "2024-03-01", "30", "1E3"
        };
        for (int round = 0; round < 200; round++) {
            String[][] cells = new String[1 + random.nextInt(12)][HEADER.length];
            for (String[] row : cells) {
                for (int i = 0; i < row.length; i++) row[i] = words[random.nextInt(words.length)];
                row[0] = "P" + random.nextInt(9);
            }
            StringBuilder rows = new StringBuilder();
            for (String[] row : cells) rows.append(String.join(",", row)).append('\n');
            byte[] file =
                    book(book -> {
                        Worksheet sheet = book.newWorksheet("项目库");
                        header(sheet);
                        for (int r = 0; r < cells.length; r++) {
                            for (int c = 0; c < HEADER.length; c++) {
                                if (!cells[r][c].isEmpty()) sheet.value(r + 1, c, cells[r][c]);
                            }
                        }
                    });
            assertThat(bare(read(file, null)))
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(bare(csv(rows.toString())));
        }
    }

    /// Without the cells, which a CSV has none of.
    private static List<RegisterLine> bare(ReadRegister read) {
        return ((ReadRegister.RegisterTable) read)
                .lines().stream()
                        .map(line ->
                                new RegisterLine(
                                        line.position(),
                                        line.row(),
                                        line.findings().stream()
                                                .map(RegisterWorkbookTest::bare)
                                                .toList()))
                        .toList();
    }

    private static Finding bare(Finding finding) {
        String field = finding.field();
        String pointer = field.substring(Math.max(0, field.indexOf('/')));
        return new Finding(finding.code(), pointer, finding.value());
    }
}
