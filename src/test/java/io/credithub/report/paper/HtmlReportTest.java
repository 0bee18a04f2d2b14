package io.credithub.report.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Text;
import io.credithub.domain.report.ColumnTotal.ShareOf;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportChart;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.ReportSection;
import io.credithub.domain.report.ReportTable;
import io.credithub.domain.report.TableSums;
import io.credithub.fixtures.SampleReports;
import io.credithub.flow.report.ReportDocument;
import io.credithub.flow.report.ReportDocument.ReportPart;
import io.credithub.flow.report.ReportDocument.ReportRows;
import io.credithub.flow.report.ReportLanguage;
import io.credithub.flow.report.ReportWriter;
import io.credithub.flow.report.WriteReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

final class HtmlReportTest {
    @ParameterizedTest
    @EnumSource
    void aPageIsWellFormedAndSaysItsLanguage(ReportLanguage language) {
        ReadPage page = ReadPage.of(html(SampleReports.statement(), language));
        Element root = page.one("html");
        assertThat(root.getAttribute("lang"))
                .isEqualTo(root.getAttribute("xml:lang"))
                .isEqualTo(language == ReportLanguage.EN ? "en" : "zh-CN");
        assertThat(page.texts("h1")).containsExactly(language.of(SampleReports.head().title()));
    }

    /// Names are read back as they are, save what XML cannot hold and what turns the text around.
    @Test
    void whatMeansHarmIsText() {
        ReadPage page = statement();
        List<String> names = page.columnOf(1, 1);
        List<String> said = SampleReports.HOSTILE.stream().map(HtmlReportTest::said).toList();
        assertThat(names).isEqualTo(said);
        assertThat(page.all("script")).isEmpty();
        assertThat(page.all("img")).isEmpty();
        assertThat(page.attributes())
                .noneMatch(attribute -> attribute.getName().startsWith("on"))
                .noneMatch(attribute -> attribute.getName().equals("style"));
    }

    private static String said(String name) {
        return Markup.sayable(name).replace("\r\n", "\n");
    }

    @Test
    void aPageAsksNobodyForAnything() {
        String html = html(SampleReports.statement(), ReportLanguage.ZH);
        ReadPage page = ReadPage.of(html);
        assertThat(html).doesNotContain("url(", "@import", "<link", "<iframe");
        assertThat(page.values("src")).isEmpty();
        assertThat(page.attributes())
                .filteredOn(attribute -> attribute.getName().equals("href"))
                .isNotEmpty()
                .allMatch(attribute -> attribute.getValue().startsWith("#"));
    }

    @Test
    void onlyThePagesOwnStyleIsObeyed() {
        ReadPage page = statement();
        String policy = PageStyle.policy(page.one("style").getTextContent());
        assertThat(page.attributes())
                .filteredOn(attribute -> attribute.getName().equals("content"))
                .anyMatch(attribute -> attribute.getValue().equals(policy));
        assertThat(policy).startsWith("default-src 'none'; style-src 'sha256-");
    }

    @Test
    void theTotalsAreThoseOfTheSums() {
        TableSums sums = new TableSums(SampleReports.sources().table());
        SampleReports.sourceRows().forEach(sums::add);
        PrintedCells cells = new PrintedCells(SampleReports.ZONE, ReportLanguage.ZH);
        List<String> expected = new ArrayList<>();
        List<ReportCell> totals = sums.totals().cells();
        for (int i = 0; i < totals.size(); i++) {
            expected.add(cells.of(SampleReports.sources().table().columns().get(i), totals.get(i)));
        }
        List<String> printed = statement().firstRow("tfoot", 0);
        assertThat(printed).isEqualTo(withLabel(expected));
        assertThat(printed).contains("48,326", "41,877", "355,954.50", "0.52");
    }

    /// The first columns, which have no total, hold the word.
    private static List<String> withLabel(List<String> totals) {
        List<String> printed = new ArrayList<>(totals.subList(3, totals.size()));
        printed.addFirst("合计");
        return printed;
    }

    @Test
    void everyTypeOfCellIsReadable() {
        assertThat(statement().firstRow("tbody", 0))
                .containsExactly(
                        "guopei",
                        "国培平台",
                        "2025–2026",
                        "21,000",
                        "20,986",
                        "12",
                        "40",
                        "19,873",
                        "6,624",
                        "168,920.50",
                        "56,240.64",
                        "0.06",
                        "2026-08-29",
                        "2026-09-29 22:30");
    }

    @Test
    void everyNameInThePageIsThereOnceAndFound() {
        ReadPage page = statement();
        List<String> names = page.values("id");
        assertThat(names).doesNotHaveDuplicates();
        for (String pointed : page.values("aria-labelledby")) {
            assertThat(names).contains(pointed.split(" "));
        }
        for (String pointed : page.values("href")) {
            assertThat(names).contains(pointed.substring(1));
        }
    }

    @Test
    void chartsSayWhatTheyShowAndColumnsWhatTheyAre() {
        ReadPage page = statement();
        assertThat(page.texts("figcaption")).containsExactly("收到的记录 条", "未入账的记录 条");
        assertThat(page.texts("desc")).allMatch(about -> about.contains("按数据源")).hasSize(2);
        assertThat(page.all("th")).allMatch(th -> !th.getAttribute("scope").isEmpty());
        assertThat(page.all("thead")).hasSize(2);
    }

    /// Half is half as long, though nobody has more.
    @Test
    void sharesAreDrawnOfAllThereIs() {
        ReportTable table =
                new ReportTable(
                        "places",
                        new Text("各校", "By school"),
                        List.of(
                                ReportColumn.words("name", "名称", "name"),
                                ReportColumn.sum(ReportFigure.TEACHERS_IN_FORCE),
                                ReportColumn.sum(ReportFigure.TEACHERS),
                                ReportColumn.figure(
                                        ReportFigure.SHARE,
                                        new ShareOf("teachersInForce", "teachers"))));
        ReportChart chart =
                new ReportChart(new Text("比例", "share"), "name", List.of("share"), false);
        ReportRow half =
                ReportRow.of(
                        ReportCell.of("一中"),
                        ReportCell.of(1),
                        ReportCell.of(2),
                        ReportCell.NOTHING);
        ReportDocument report =
                new ReportDocument(
                        SampleReports.head(),
                        List.of(
                                new ReportPart(
                                        new ReportSection(table, List.of(chart)),
                                        ReportRows.of(List.of(half)))));
        assertThat(ReadPage.of(html(report, ReportLanguage.ZH)).values("width"))
                .containsExactly("21", "175.0");
    }

    @Test
    void eachFigureIsDefinedOnce() {
        List<String> terms = statement().values("id");
        assertThat(terms)
                .filteredOn(name -> name.startsWith("figure-"))
                .startsWith("figure-teachers", "figure-inForce", "figure-credits")
                .contains("figure-share", "figure-recognised", "figure-waiting")
                .doesNotContain("figure-held")
                .doesNotHaveDuplicates();
        assertThat(html(SampleReports.statement(), ReportLanguage.ZH))
                .containsOnlyOnce(ReportFigure.IN_FORCE.meaning().zh());
    }

    @Test
    void moreRowsThanAChartShowsAreATableOnly() {
        int many = ReportChart.ROWS_MAX + 1;
        ReadPage page = ReadPage.of(html(charted(many), ReportLanguage.ZH));
        assertThat(page.all("figure")).isEmpty();
        assertThat(page.texts("p")).contains(PageLabel.TOO_MANY_BARS.text().zh(), "共 131 行");
        assertThat(page.columnOf(0, 0)).hasSize(many);
        assertThat(ReadPage.of(html(charted(many - 1), ReportLanguage.ZH)).all("figure"))
                .hasSize(2);
    }

    @Test
    void aLongChartStandsBelowItsTable() {
        String few = html(charted(30), ReportLanguage.ZH);
        assertThat(few.indexOf("<figure")).isBetween(0, few.indexOf("<table"));
        String more = html(charted(31), ReportLanguage.ZH);
        assertThat(more.indexOf("<figure")).isGreaterThan(more.indexOf("</table>"));
    }

    @Test
    void whatHasNoBarIsNoChart() {
        List<ReportRow> silent = List.of(SampleReports.sourceRows().getLast());
        ReportDocument report =
                new ReportDocument(
                        SampleReports.head(),
                        List.of(new ReportPart(SampleReports.sources(), ReportRows.of(silent))));
        assertThat(ReadPage.of(html(report, ReportLanguage.ZH)).all("figure")).isEmpty();
    }

    private static ReportDocument charted(int rows) {
        List<ReportRow> many = Collections.nCopies(rows, SampleReports.sourceRows().getFirst());
        return new ReportDocument(
                SampleReports.head(),
                List.of(new ReportPart(SampleReports.sources(), ReportRows.of(many))));
    }

    @Test
    void aTableWithoutRowsSaysSo() {
        ReadPage page = ReadPage.of(html(charted(0), ReportLanguage.BOTH));
        assertThat(page.texts("tbody")).containsExactly("没有记录 Nothing to list");
        assertThat(page.all("tfoot")).isEmpty();
        assertThat(page.all("figure")).isEmpty();
    }

    @Test
    void rowsAreWrittenAsTheyCome() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HtmlReport report = new HtmlReport(out, ReportLanguage.ZH);
        ReportSection section = SampleReports.teachers();
        report.begin(SampleReports.head(), List.of(section));
        report.section(section);
        ReportRow row = new ReportRow(Collections.nCopies(7, ReportCell.of("一")));
        report.rows(Collections.nCopies(1_000, row));
        assertThat(out.size()).isGreaterThan(100_000);
    }

    /// A title may close neither the string that it stands in nor the style.
    @Test
    void aTitleIsNoStyle() {
        String style =
                PageStyle.of(
                        Medium.SCREEN,
                        SheetShape.PORTRAIT,
                        ReportLanguage.ZH,
                        "\"; } </style> * { display: none } \\");
        assertThat(style)
                .contains(
                        "content: \"\\000022 \\00003b  \\00007d  \\00003c \\00002f style\\00003e ")
                .doesNotContain("<", "&");
    }

    @Test
    void englishBesideChineseSaysThatItIsEnglish() {
        ReadPage page = ReadPage.of(html(SampleReports.statement(), ReportLanguage.BOTH));
        Text title = SampleReports.head().title();
        assertThat(page.all("span"))
                .filteredOn(span -> span.getTextContent().equals(title.en()))
                .allMatch(span -> span.getAttribute("lang").equals("en"))
                .isNotEmpty();
    }

    private static ReadPage statement() {
        return ReadPage.of(html(SampleReports.statement(), ReportLanguage.ZH));
    }

    private static String html(ReportDocument document, ReportLanguage language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(document, new HtmlReport(out, language));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void write(ReportDocument document, ReportWriter writer) {
        new WriteReport(Runnable::run).write(document, writer, rows -> {}).await().indefinitely();
    }
}
