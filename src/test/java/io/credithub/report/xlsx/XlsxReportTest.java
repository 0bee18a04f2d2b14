package io.credithub.report.xlsx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Text;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.ReportSection;
import io.credithub.domain.report.ReportTable;
import io.credithub.fixtures.SampleReports;
import io.credithub.flow.report.ReportDocument;
import io.credithub.flow.report.ReportDocument.ReportPart;
import io.credithub.flow.report.ReportDocument.ReportRows;
import io.credithub.flow.report.ReportLanguage;
import io.credithub.flow.report.WriteReport;
import io.credithub.report.ReadBack.ReadSection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class XlsxReportTest {
    @TempDir Path folder;

    @Test
    void thereIsASheetOfEachTableBetweenOverviewAndNotes() throws IOException {
        assertThat(sheets(SampleReports.statement()).keySet())
                .containsExactly("概览", "按数据源", "教师", "说明");
    }

    @Test
    void whatStandsAboveIsOnTheFirstSheet() throws IOException {
        List<Row> overview = sheet(SampleReports.statement(), "概览");
        Map<String, String> lines = new LinkedHashMap<>();
        for (Row row : overview) lines.put(row.getCellText(0), text(row, 1));
        assertThat(lines)
                .containsEntry("2025—2026 学年对账表", "")
                .containsEntry("区划代码", "140105")
                .containsEntry("区划", "太原市 小店区")
                .containsEntry("制表", "county-140105 <office>")
                .containsEntry("入账学分", "118423.50")
                .containsEntry("比例", "0.8665")
                .containsEntry("申报", "—")
                .containsEntry("账页", "20931 · 5f0c…9ad1 <&>")
                .containsEntry("按数据源", "按数据源");
        assertThat(overview.stream().map(row -> text(row, 2)).filter(cell -> !cell.isEmpty()))
                .containsExactly("人", "人次", "学分", "项", "条", "行数", "4", "12");
    }

    @Test
    void eachCellHasTheTypeOfItsColumn() throws IOException {
        Row row = sheet(SampleReports.statement(), "按数据源").get(1);
        assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
        assertThat(row.getCellText(2)).isEqualTo("2025–2026");
        assertThat(row.getCell(3).asNumber()).isEqualTo(new BigDecimal("21000"));
        assertThat(row.getCell(9).asNumber()).isEqualTo(new BigDecimal("168920.50"));
        assertThat(row.getCell(11).asNumber()).isEqualTo(new BigDecimal("0.0006"));
        assertThat(row.getCell(12).asDate().toLocalDate()).isEqualTo(LocalDate.of(2026, 8, 29));
        assertThat(row.getCell(13).asDate()).isEqualTo("2026-09-29T22:30:01");
    }

    @Test
    void codesKeepTheirZerosAndNoTextIsAFormula() throws IOException {
        List<Row> teachers = sheet(SampleReports.statement(), "教师");
        for (int i = 0; i < SampleReports.HOSTILE.size(); i++) {
            Row row = teachers.get(i + 1);
            assertThat(row.getCellText(0)).isEqualTo("00%08d".formatted(i));
            assertThat(row.getCell(1).getType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(1).getFormula()).isNull();
        }
        assertThat(teachers.get(2).getCellText(1)).isEqualTo(SampleReports.HOSTILE.get(1));
        assertThat(teachers.get(8).getCellText(1)).isEqualTo("零\\u0000铃\\u0007尾\\ufffe");
        assertThat(teachers.get(9).getCellText(1)).isEqualTo("半\\ud842");
        assertThat(teachers.get(10).getCellText(1)).isEqualTo("𠮷野 · 阿卜杜拉");
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource({
        "7, 7, 1, as many as one sheet holds",
        "8, 7, 2, one more",
        "14, 7, 2, two sheets full",
        "23, 7, 4, the last with two",
        "0, 7, 1, nobody"
    })
    void whatOneSheetDoesNotHoldIsOnTheNext(int rows, int rowsMax, int sheets, String why)
            throws IOException {
        ReportDocument report = SampleReports.teachers(rows);
        byte[] file = written(report, ReportLanguage.ZH, rowsMax);
        assertThat(XlsxReadBack.sheets(file)).as(why).hasSize(sheets + 2);
        List<ReadSection> byValue = XlsxReadBack.byValue().read(file, report.sections());
        assertThat(byValue.getFirst().rows()).isEqualTo(rows);
        assertThat(XlsxReadBack.byFormula().read(file, report.sections())).isEqualTo(byValue);
    }

    @Test
    void theSameReportIsTheSameBytes() throws IOException {
        byte[] first = written(SampleReports.statement(), ReportLanguage.BOTH, 5);
        assertThat(written(SampleReports.statement(), ReportLanguage.BOTH, 5)).isEqualTo(first);
        assertThat(entries(first).get("docProps/core.xml"))
                .contains("W3CDTF\">2026-09-30T16:30:00Z</dcterms:created>");
    }

    @Test
    void everyPartIsXml() throws Exception {
        for (var entry :
                entries(written(SampleReports.statement(), ReportLanguage.BOTH, 5)).entrySet()) {
            var parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            var xml = new ByteArrayInputStream(entry.getValue().getBytes(UTF_8));
            assertThat(parser.parse(xml).getDocumentElement()).as(entry.getKey()).isNotNull();
        }
    }

    @Test
    void titlesStayInSightAreFilteredAndPrintedOnEachPage() throws IOException {
        Map<String, String> entries =
                entries(written(SampleReports.statement(), ReportLanguage.ZH, 1_000));
        assertThat(entries.get("xl/worksheets/sheet2.xml"))
                .contains("ySplit=\"1\"", "state=\"frozen\"", "<autoFilter ref=\"A1:N5\">")
                .contains("orientation=\"landscape\"", "fitToHeight=\"0\"")
                .contains("<f>SUBTOTAL(109,D2:D5)</f>", "<f>ROUND(SUBTOTAL(109,J2:J5),2)</f>");
        assertThat(entries.get("xl/workbook.xml")).contains("_xlnm.Print_Titles");
    }

    /// Nothing is cut off, on the screen or printed: the headline has as many lines as it needs,
    /// and words go on below.
    @Test
    void whatIsLongIsWrapped() throws IOException {
        Map<String, String> entries =
                entries(written(SampleReports.statement(), ReportLanguage.ZH, 1_000));
        assertThat(entries.get("xl/worksheets/sheet1.xml"))
                .contains("<mergeCell ref=\"A2:C2\"/>", "<row r=\"2\" ht=\"17.0\"")
                .contains("orientation=\"portrait\"", "fitToWidth=\"1\"");
        assertThat(entries.get("xl/worksheets/sheet3.xml"))
                .as("a hundred letters take five lines of 22")
                .contains("<row r=\"13\" ht=\"75.0\"");
        assertThat(entries.get("xl/styles.xml")).contains("wrapText=\"true\"");
    }

    /// 380 characters on one page would be too small to be read.
    @Test
    void aVeryWideTableTakesPagesBesideOneAnotherAndRepeatsWhatARowIsAbout() throws IOException {
        List<ReportColumn> columns = new ArrayList<>();
        columns.add(ReportColumn.code("code", "编号", "code"));
        columns.add(ReportColumn.words("name", "名称", "name"));
        for (int i = 0; i < 14; i++) columns.add(ReportColumn.words("w" + i, "字" + i, "w" + i));
        ReportTable table = new ReportTable("t", new Text("宽表", "Wide"), columns);
        ReportDocument report =
                new ReportDocument(
                        SampleReports.head(),
                        List.of(new ReportPart(ReportSection.of(table), ReportRows.of(List.of()))));
        Map<String, String> entries = entries(written(report, ReportLanguage.ZH, 1_000));
        assertThat(entries.get("xl/worksheets/sheet2.xml")).contains("fitToWidth=\"2\"");
        assertThat(entries.get("xl/workbook.xml")).contains("!$A:$B,", "!$1:$1<");
    }

    @Test
    void theNotesDefineWhatIsThereInBothLanguages() throws IOException {
        List<String> terms =
                sheet(SampleReports.teachers(1), "说明").stream()
                        .map(row -> text(row, 0) + "|" + text(row, 5))
                        .toList();
        assertThat(terms)
                .contains("入账学时|" + ReportFigure.HOURS.meaning().en())
                .contains("认定学分|" + ReportFigure.RECOGNISED.meaning().en())
                .noneMatch(line -> line.startsWith(ReportFigure.WITHDRAWN.term().zh() + "|"));
    }

    @Test
    void whatASheetWouldReadOtherwiseStays() throws IOException {
        String spaces = " 两端有空格 ";
        String escape = "_x0041_";
        String tooLong = "长".repeat(40_000);
        ReportDocument report = oneColumn(List.of(spaces, escape, tooLong));
        Map<String, String> entries = entries(written(report, ReportLanguage.ZH, 1_000));
        assertThat(entries.get("xl/worksheets/sheet2.xml")).contains("_x005F_x0041_");
        List<Row> rows = sheet(report, "名单");
        assertThat(rows.get(1).getCellText(0)).isEqualTo(spaces);
        assertThat(rows.get(3).getCellText(0)).hasSize(SheetCells.CHARACTERS_MAX).endsWith("…");
    }

    @Test
    void sheetsOfOneNameAndNamesThatNoSheetMayHave() throws IOException {
        List<ReportPart> parts = new ArrayList<>();
        for (String title : List.of("a/b", "A?B", "概览", "太长".repeat(30), "'&<>[]")) {
            ReportTable table =
                    new ReportTable(
                            "t",
                            new Text(title, title),
                            List.of(ReportColumn.words("w", "字", "w")));
            parts.add(new ReportPart(ReportSection.of(table), ReportRows.of(List.of())));
        }
        assertThat(sheets(new ReportDocument(SampleReports.head(), parts)).keySet())
                .containsExactly(
                        "概览", "a b", "A B (2)", "概览 (2)", "太长".repeat(15) + "太", "Sheet", "说明");
    }

    private static ReportDocument oneColumn(List<String> names) {
        ReportTable table =
                new ReportTable(
                        "names",
                        new Text("名单", "Names"),
                        List.of(ReportColumn.words("name", "姓名", "name")));
        List<ReportRow> rows =
                names.stream().map(name -> ReportRow.of(ReportCell.of(name))).toList();
        return new ReportDocument(
                SampleReports.head(),
                List.of(new ReportPart(ReportSection.of(table), ReportRows.of(rows))));
    }

    private static String text(Row row, int at) {
        return row.getOptionalCell(at).isEmpty() ? "" : row.getCellText(at);
    }

    private static List<Row> sheet(ReportDocument report, String name) throws IOException {
        return Objects.requireNonNull(sheets(report).get(name), name);
    }

    private static Map<String, List<Row>> sheets(ReportDocument report) throws IOException {
        return XlsxReadBack.sheets(written(report, ReportLanguage.ZH, 1_000));
    }

    private static byte[] written(ReportDocument report, ReportLanguage language, int rowsMax) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new WriteReport(Runnable::run)
                .write(report, new XlsxReport(out, language, rowsMax), _ -> {})
                .await()
                .indefinitely();
        return out.toByteArray();
    }

    /// As a program reads an archive that goes by its directory.
    private Map<String, String> entries(byte[] file) throws IOException {
        Path written = Files.write(folder.resolve("report.xlsx"), file);
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(written.toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    entries.put(entry.getName(), new String(in.readAllBytes(), UTF_8));
                }
            }
        }
        return entries;
    }
}
