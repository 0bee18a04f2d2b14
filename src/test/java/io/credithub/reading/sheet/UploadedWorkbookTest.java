package io.credithub.reading.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.domain.completion.Finding;
import io.credithub.flow.reading.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What comes out of workbooks, those among them that were made to hurt.
class UploadedWorkbookTest {
    private static final String TEXT =
            "<row r=\"%d\"><c r=\"A%d\" t=\"inlineStr\"><is><t>%s</t></is></c></row>";

    private static List<String> read(HandMadeBook book) {
        return read(book.bytes(), null);
    }

    /// Rows as `place: values`, or why nothing of it can be believed.
    private static List<String> read(byte[] file, @Nullable String sheet) {
        List<String> told = new ArrayList<>();
        try {
            Finding why =
                    UploadedWorkbook.read(
                            Content.of(file),
                            sheet,
                            row -> {
                                Finding trouble = row.trouble();
                                String text = row.place() + ": " + String.join("|", row.values());
                                told.add(trouble == null ? text : text + " " + trouble.code());
                                return true;
                            });
            if (why != null) return List.of(why.code().name());
        } catch (IOException notTheSenders) {
            throw new UncheckedIOException(notTheSenders);
        }
        return told;
    }

    private static String cell(String attributes, String inside) {
        return "<row r=\"1\"><c r=\"A1\" %s>%s</c></row>".formatted(attributes, inside);
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''              | <v>20</v>                       | 20
                    ''              | <v>2.0E1</v>                    | 20
                    ''              | <v>60.5</v>                     | 60.5
                    ''              | <v>0.30000000000000004</v>      | 0.3
                    ''              | <v>-0</v>                       | 0
                    ''              | <v>1E999999999</v>              | 1E999999999
                    's="1"'         | <v>45536</v>                    | 2024-09-01
                    's="1"'         | <v>45536.5</v>                  | 2024-09-01T12:00
                    's="2"'         | <v>45536</v>                    | 2024-09-01
                    's="3"'         | <v>45536</v>                    | 45536
                    's="9999999"'   | <v>45536</v>                    | 45536
                    't="str"'       | <f>A2</f><v>培训</v>            | 培训
                    ''              | <f>1+1</f><v>2</v>              | 2
                    't="b"'         | <v>1</v>                        | TRUE
                    't="d"'         | <v>2024-09-01T00:00:00</v>      | 2024-09-01
                    't="inlineStr"' | <is><t>国</t><rPh><t>guo</t></rPh><t>培</t></is> | 国培
                    't="inlineStr"' | <is><t>a_x0041_b</t></is>       | aAb
                    """)
    void cellsAreTextAsAPersonWouldWriteIt(String attributes, String inside, String told) {
        HandMadeBook book =
                new HandMadeBook()
                        .with(
                                "xl/styles.xml",
                                "<styleSheet><numFmts><numFmt numFmtId=\"170\""
                                    + " formatCode=\"yyyy&quot;年&quot;m\"/></numFmts><cellXfs><xf"
                                    + " numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf"
                                    + " numFmtId=\"170\"/><xf"
                                    + " numFmtId=\"2\"/></cellXfs></styleSheet>")
                        .rows(cell(attributes, inside));
        assertThat(read(book)).containsExactly("项目!1: " + told);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''      | <f>1+1</f>
                    't="e"' | <v>#REF!</v>
                    """)
    void whatIsNoValueIsToldOfItsRow(String attributes, String inside) {
        HandMadeBook book =
                new HandMadeBook().rows(cell(attributes, inside) + TEXT.formatted(3, 3, "B"));
        assertThat(read(book)).containsExactly("项目!1:  MALFORMED", "项目!3: B");
    }

    @Test
    void sharedTextsAreFoundByTheirNumber() {
        HandMadeBook book =
                new HandMadeBook()
                        .rows(cell("t=\"s\"", "<v>1</v>"))
                        .with(
                                "xl/sharedStrings.xml",
                                "<sst><si><t>a</t></si><si><t> b </t></si></sst>");
        assertThat(read(book)).containsExactly("项目!1:  b ");
        book.rows(cell("t=\"s\"", "<v>2</v>"));
        assertThat(read(book)).containsExactly("NO_TABLE");
    }

    @Test
    void rowsOfNothingAreLeftOutAndTheOthersKeepTheirNumbers() {
        String empty = "<row r=\"2\"><c r=\"A2\" s=\"1\"/></row>";
        HandMadeBook book =
                new HandMadeBook()
                        .rows(TEXT.formatted(1, 1, "a") + empty + TEXT.formatted(7, 7, "b"));
        assertThat(read(book)).containsExactly("项目!1: a", "项目!7: b");
    }

    @Test
    void aSheetIsFoundByItsNameAndAHiddenOneIsNone() {
        HandMadeBook book =
                new HandMadeBook()
                        .with(
                                "xl/workbook.xml",
                                "<workbook><sheets><sheet name=\"旧\" state=\"hidden\" id=\"a\"/>"
                                        + "<sheet name=\"新\" id=\"a\"/></sheets></workbook>")
                        .rows(TEXT.formatted(1, 1, "a"));
        assertThat(read(book)).containsExactly("新!1: a");
        assertThat(read(book.bytes(), "新")).containsExactly("新!1: a");
        assertThat(read(book.bytes(), "旧")).containsExactly("NO_TABLE");
    }

    @Test
    void entitiesAreNeverReadWhereverTheyAre() {
        for (String declared :
                List.of(
                        "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
                        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e \"ha\">]>",
                        "<!-- nobody writes these -->")) {
            HandMadeBook book = new HandMadeBook();
            book.sheet(
                    declared
                            + "<worksheet><sheetData>"
                            + TEXT.formatted(1, 1, "&e;")
                            + "</sheetData></worksheet>");
            assertThat(read(book)).as(declared).containsExactly("NO_TABLE");
            book.rows(TEXT.formatted(1, 1, "a")).with("xl/workbook.xml", declared + "<workbook/>");
            assertThat(read(book)).as(declared).containsExactly("NO_TABLE");
        }
    }

    @Test
    void anotherEncodingHidesNothing() {
        String hidden = "<!DOCTYPE a><worksheet><sheetData/></worksheet>";
        for (String charset : List.of("UTF-16LE", "UTF-16BE", "IBM037", "UTF-32BE")) {
            byte[] bytes = hidden.getBytes(Charset.forName(charset));
            HandMadeBook book = new HandMadeBook().with("xl/worksheets/sheet1.xml", bytes);
            assertThat(read(book)).as(charset).containsExactly("NO_TABLE");
        }
    }

    @Test
    void aBombIsRefusedWhereItWouldBeRead() {
        byte[] bomb = new byte[40 << 20];
        Arrays.fill(bomb, (byte) '<');
        for (String part : List.of("xl/sharedStrings.xml", "xl/worksheets/sheet1.xml")) {
            HandMadeBook book = new HandMadeBook().rows(TEXT.formatted(1, 1, "a")).with(part, bomb);
            assertThat(read(book)).as(part).doesNotContain("项目!1: a").hasSize(1);
        }
        String row = "<row/>".repeat(4 << 20);
        assertThat(read(new HandMadeBook().rows(row))).containsExactly("TOO_LONG");
        String text = "<si><t>" + " ".repeat(2 << 20) + "</t></si>";
        HandMadeBook texts =
                new HandMadeBook().rows("").with("xl/sharedStrings.xml", "<sst>" + text + "</sst>");
        assertThat(read(texts)).containsExactly("TOO_LONG");
        HandMadeBook picture =
                new HandMadeBook().rows(TEXT.formatted(1, 1, "a")).with("xl/media/a.png", bomb);
        assertThat(read(picture)).as("nobody looks at it").containsExactly("项目!1: a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZZZZZ1", "XFD1", "AMK1"})
    void aColumnFarAwayIsRefused(String reference) {
        String row = "<row r=\"1\"><c r=\"%s\"><v>1</v></c></row>".formatted(reference);
        assertThat(read(new HandMadeBook().rows(row))).containsExactly("TOO_LONG");
    }

    @Test
    void whatIsNestedWithoutEndIsRefused() {
        assertThat(read(new HandMadeBook().rows("<a>".repeat(100_000))))
                .containsExactly("NO_TABLE");
    }

    @Test
    void aCellThatIsTooLongIsToldAndNotKept() {
        HandMadeBook book =
                new HandMadeBook()
                        .rows(
                                TEXT.formatted(1, 1, "长".repeat(SheetRows.CELL_LENGTH_MAX))
                                        + TEXT.formatted(
                                                2, 2, "长".repeat(SheetRows.CELL_LENGTH_MAX + 1)));
        List<String> told = read(book);
        assertThat(told).hasSize(2);
        assertThat(told.getFirst()).hasSizeGreaterThan(SheetRows.CELL_LENGTH_MAX);
        assertThat(told.getLast()).isEqualTo("项目!2:  TOO_LONG");
    }

    /// Whatever becomes of it, it is told, and takes no more than a moment.
    @Test
    void damagedFilesAreReadOrRefusedAndNeverMore() {
        byte[] sound = new HandMadeBook().rows(TEXT.formatted(1, 1, "a").repeat(40)).bytes();
        long seed = 20_261_201;
        Random random = new Random(seed);
        for (int round = 0; round < 3_000; round++) {
            byte[] file = Arrays.copyOf(sound, 1 + random.nextInt(sound.length));
            if (round % 2 == 0) file = sound.clone();
            for (int i = random.nextInt(6); i > 0; i--) {
                file[random.nextInt(file.length)] = (byte) random.nextInt(256);
            }
            assertThat(read(file, null)).as("seed %d round %d", seed, round).isNotNull();
        }
    }

    @Test
    void whatCannotBeHadIsNotTheSendersFault() {
        Content gone =
                () -> {
                    throw new IOException("the disk is gone");
                };
        assertThatThrownBy(() -> UploadedWorkbook.read(gone, null, row -> true))
                .hasMessage("the disk is gone");
    }

    @Test
    void whoeverTakesRowsMaySayThatItIsEnough() throws IOException {
        List<Integer> taken = new ArrayList<>();
        HandMadeBook book =
                new HandMadeBook().rows(TEXT.formatted(1, 1, "a") + TEXT.formatted(2, 2, "b"));
        Finding why = UploadedWorkbook.read(book.content(), null, row -> !taken.add(row.number()));
        assertThat(why).isNull();
        assertThat(taken).containsExactly(1);
    }
}
