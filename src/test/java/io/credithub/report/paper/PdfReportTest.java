package io.credithub.report.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.domain.Text;
import io.credithub.domain.report.ColumnTotal;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportHead;
import io.credithub.domain.report.ReportHead.BasisLine;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.ReportSection;
import io.credithub.domain.report.ReportTable;
import io.credithub.domain.report.TableSums;
import io.credithub.fixtures.SampleReports;
import io.credithub.flow.report.ReportDocument;
import io.credithub.flow.report.ReportDocument.ReportPart;
import io.credithub.flow.report.ReportDocument.ReportRows;
import io.credithub.flow.report.ReportLanguage;
import io.credithub.flow.report.ReportRefused;
import io.credithub.flow.report.WriteReport;
import io.credithub.report.FiguresUsed;
import io.smallrye.mutiny.Uni;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PdfReportTest {
    @TempDir private static Path folder;

    private static PaperFonts fonts = new PaperFonts(null, List.of());

    @BeforeAll
    static void drawAFont() throws IOException {
        Path file = folder.resolve("boxes.ttf");
        Files.write(file, DrawnFont.whole().bytes());
        fonts = new PaperFonts(file, List.of());
    }

    @Test
    void everyTotalIsOnPaper() throws IOException {
        String text = String.join("\n", PdfReadBack.sheets(pdf(SampleReports.statement())));
        for (String total : totals()) assertThat(text).contains(total);
        assertThat(text).contains("合计", "编制", "审核", "批准", "指标口径", "太原市 小店区");
    }

    private static List<String> totals() {
        TableSums sums = new TableSums(SampleReports.sources().table());
        SampleReports.sourceRows().forEach(sums::add);
        PrintedCells cells = new PrintedCells(SampleReports.ZONE, ReportLanguage.ZH);
        List<ReportCell> all = sums.totals().cells();
        List<String> totals = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String total = cells.of(SampleReports.sources().table().columns().get(i), all.get(i));
            if (!total.isEmpty()) totals.add(total);
        }
        assertThat(totals).hasSize(8);
        return totals;
    }

    @Test
    void everySheetHasTheTitlesOfTheTableAndItsNumber() throws IOException {
        List<String> sheets = PdfReadBack.sheets(pdf(SampleReports.teachers(150)));
        assertThat(sheets).hasSizeGreaterThan(2);
        for (int i = 0; i < sheets.size(); i++) {
            String number = "第 %d 页 共 %d 页".formatted(i + 1, sheets.size());
            assertThat(sheets.get(i)).contains(number).contains("数据截至 2026-10-01 00:30");
            boolean hasRows = sheets.get(i).contains("小店区第");
            if (hasRows) assertThat(sheets.get(i)).contains("教师编号", "认定学分");
        }
        assertThat(String.join("\n", sheets).lines().filter(line -> line.startsWith("合计 ")))
                .as("totals stand below the last row, not on every sheet")
                .hasSize(1);
        assertThat(sheets.getLast()).contains("编制", "审核", "批准");
    }

    /// Wherever the rows end, what is signed is no sheet of its own.
    @Test
    void theSignaturesNeverStandAlone() throws IOException {
        List<ReportFigure> figures =
                List.copyOf(
                        FiguresUsed.asRead(
                                SampleReports.head(), List.of(SampleReports.teachers())));
        String last = figures.getLast().meaning().zh().substring(0, 3);
        int before = figures.size();
        for (int rows = 1; rows < 60; rows += 2) {
            List<String> sheets = PdfReadBack.sheets(pdf(SampleReports.teachers(rows)));
            String signed = sheets.getLast();
            assertThat(signed).as("%s rows", rows).contains("编制", "验证码", last);
            if (!signed.contains("指标口径")) before = 0;
        }
        assertThat(before).as("meanings were parted once").isZero();
    }

    /// Also below one that goes on in a second line.
    @Test
    void whatAReportRestsOnStandsBesideItsName() throws IOException {
        ReportHead head = SampleReports.head();
        String wide = "政策与换算办法所依据的文件及其版本与生效日期";
        List<BasisLine> basis = new ArrayList<>();
        basis.add(new BasisLine(new Text(wide, wide), "shanxi-2025"));
        basis.addAll(head.basis());
        ReportHead more =
                new ReportHead(
                        head.name(),
                        head.title(),
                        head.headline(),
                        head.place(),
                        head.period(),
                        head.asOf(),
                        head.madeBy(),
                        head.figures(),
                        basis);

        List<ReportPart> parts = SampleReports.teachers(1).parts();
        String text = String.join("\n", PdfReadBack.sheets(pdf(new ReportDocument(more, parts))));

        assertThat(text).doesNotContain(wide).contains("项目库 2026-09-01", "花名册 第 118 版");
    }

    /// By which somebody finds it among others, and leafs through it.
    @Test
    void aReaderIsToldWhatItIsAndWhereItsTablesAre() throws IOException {
        try (PDDocument sheets = Loader.loadPDF(pdf(SampleReports.statement()))) {
            PDDocumentInformation about = sheets.getDocumentInformation();
            assertThat(about.getTitle()).isEqualTo("2025—2026 学年对账表 · 太原市 小店区 · 2025—2026 学年");
            assertThat(about.getSubject()).isEqualTo(SampleReports.head().headline().zh());
            assertThat(sheets.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
            List<String> marks = new ArrayList<>();
            for (PDOutlineItem one : sheets.getDocumentCatalog().getDocumentOutline().children()) {
                assertThat(one.findDestinationPage(sheets)).isNotNull();
                marks.add(one.getTitle());
            }
            assertThat(marks).containsExactly("按数据源", "教师");
        }
    }

    @Test
    void theSameReportHasTheSameBytes() throws IOException {
        assertThat(pdf(SampleReports.statement())).isEqualTo(pdf(SampleReports.statement()));
    }

    @Test
    void moreRowsThanPaperHoldsAreRefusedWithTheWayOut() throws IOException {
        ReportSection section = SampleReports.teachers();
        PdfReport report = new PdfReport(new ByteArrayOutputStream(), ReportLanguage.ZH, fonts);
        report.begin(SampleReports.head(), List.of(section));
        report.section(section);
        List<ReportRow> thousand = rows(1_000);
        for (int i = 0; i < PdfReport.ROWS_MAX; i += 1_000) report.rows(thousand);
        assertThatThrownBy(() -> report.rows(rows(1)))
                .isInstanceOfSatisfying(
                        ReportRefused.class,
                        refused -> assertThat(refused.line()).contains("5,000", "XLSX"));
    }

    private static List<ReportRow> rows(int rows) {
        List<ReportRow> all = new ArrayList<>();
        SampleReports.teachers(rows)
                .parts()
                .getFirst()
                .rows()
                .each(some -> {
                    all.addAll(some);
                    return Uni.createFrom().voidItem();
                })
                .await()
                .indefinitely();
        return all;
    }

    @Test
    void everyLetterIsInTheDocument() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(SampleReports.statement()))) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                    assertThat(page.getResources().getFont(name).getName()).contains("+Boxes");
                }
                assertThat(page.getAnnotations()).isEmpty();
            }
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
            assertThat(document.getDocumentInformation().getTitle())
                    .startsWith(SampleReports.head().title().zh());
            assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(SampleReports.AS_OF);
        }
    }

    /// A font of Chinese alone has its digits from elsewhere.
    @Test
    void aFontWithoutLatinIsPaired(@TempDir Path elsewhere) throws IOException {
        Path file = elsewhere.resolve("han.ttf");
        Files.write(file, DrawnFont.withoutLatin().bytes());
        PaperFonts han = new PaperFonts(file, List.of());
        String text = String.join("\n", PdfReadBack.sheets(pdf(SampleReports.statement(), han)));
        assertThat(text).contains("48,326", "合计", "guopei", "国培平台");
    }

    /// On no sheet would its columns have room: a code stands over its name in one of them, and
    /// what is under the table stays under its own.
    @Test
    void ofATableTooWideForPaperCodesStandOverTheirNames() throws IOException {
        List<ReportColumn> columns = new ArrayList<>();
        List<ReportCell> cells = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            columns.add(ReportColumn.code("code" + i, "编号" + i, "code"));
            columns.add(ReportColumn.words("name" + i, "名称" + i, "name"));
            cells.add(ReportCell.of("c" + i));
            cells.add(ReportCell.of("名" + i));
        }
        columns.add(ReportColumn.sum(ReportFigure.TEACHERS));
        cells.add(ReportCell.of(7));
        ReportTable table = new ReportTable("wide", new Text("宽表", "Wide"), columns);
        assertThat(SheetShape.printed(table)).hasSize(9).first().isEqualTo(List.of(0, 1));
        ReportDocument report =
                new ReportDocument(
                        SampleReports.head(),
                        List.of(
                                new ReportPart(
                                        ReportSection.of(table),
                                        ReportRows.of(List.of(new ReportRow(cells))))));
        byte[] pdf = pdf(report);
        assertThat(new PdfReadBack().read(pdf, report.sections()).getFirst().totals())
                .containsEntry("teachers", 7L);
        assertThat(String.join("\n", PdfReadBack.sheets(pdf)).lines())
                .anyMatch(line -> line.startsWith("c0 c1 c2"))
                .anyMatch(line -> line.startsWith("名0 名1 名2"));
    }

    @Test
    void aWideTableLiesAcross() throws IOException {
        assertThat(isAcross(pdf(SampleReports.statement()))).isTrue();
        assertThat(isAcross(pdf(SampleReports.teachers(1)))).isFalse();
    }

    /// A list of which each line tells all has more columns than a sheet has room for.
    @Test
    void figuresOfACrowdedTableStayWhole() throws IOException {
        List<ReportColumn> columns = new ArrayList<>();
        List<ReportCell> cells = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            columns.add(ReportColumn.words("words" + i, "内容" + i, "words " + i));
            cells.add(ReportCell.of("尚未处理的差异与其说明"));
        }
        for (int i = 0; i < 7; i++) {
            ReportFigure figure = ReportFigure.CREDITS;
            columns.add(ReportColumn.titled("f" + i, figure.term(), figure, ColumnTotal.SUM));
            cells.add(ReportCell.of(123_456_789 + i));
        }
        ReportTable table = new ReportTable("list", new Text("清单", "List"), columns);
        ReportPart part =
                new ReportPart(
                        ReportSection.of(table),
                        ReportRows.of(Collections.nCopies(3, new ReportRow(cells))));
        byte[] pdf = pdf(new ReportDocument(SampleReports.head(), List.of(part)));
        String text = String.join("\n", PdfReadBack.sheets(pdf));
        for (int i = 0; i < 7; i++) assertThat(text).contains("1,234,567." + (89 + i));
        assertThat(isAcross(pdf)).isTrue();
    }

    private static boolean isAcross(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDPage page = document.getPage(0);
            assertThat(Math.round(page.getMediaBox().getWidth())).isIn(595, 842);
            return page.getMediaBox().getWidth() > page.getMediaBox().getHeight();
        }
    }

    private static byte[] pdf(ReportDocument document) {
        return pdf(document, fonts);
    }

    private static byte[] pdf(ReportDocument document, PaperFonts in) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new WriteReport(Runnable::run)
                .write(document, new PdfReport(out, ReportLanguage.ZH, in), rows -> {})
                .await()
                .indefinitely();
        return out.toByteArray();
    }
}
