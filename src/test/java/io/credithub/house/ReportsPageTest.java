package io.credithub.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Text;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportName;
import io.credithub.flow.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// `docs/reports.md` is printed from the code. When this fails, look at what `target/reports.md`
/// is, and if it is what you mean, copy it.
final class ReportsPageTest {
    private static final Path PROJECT = Path.of(System.getProperty("hub.project", "."));

    /// What a reader of a file wants to know of its format.
    private static final List<Map.Entry<ReportFormat, Text>> FORMATS =
            List.of(
                    Map.entry(
                            ReportFormat.HTML,
                            new Text(
                                    "一个网页:标题、结论、主要数字、图、表、依据、指标口径、签字栏、验证码。无脚本,不取外部内容,可直接打印(A4)。"
                                            + "超过 30 行的图在表之后,超过 130 行不作图",
                                    "One page: title, headline, key figures, charts, tables, basis,"
                                        + " definitions, lines to sign on, verification code. No"
                                        + " script, nothing from elsewhere; it prints on A4. A"
                                        + " chart of more than 30 rows stands below its table;"
                                        + " beyond 130 there is none.")),
                    Map.entry(
                            ReportFormat.PDF,
                            new Text(
                                    "同一网页印在 A4 纸上:每页有表头、验证码与“第 n 页 共 m"
                                        + " 页”,末页签字并有二维码;嵌入中文字体(`HUB_REPORT_FONT`)。至多 5,000 行,更多用"
                                        + " `xlsx`。同一报表在同一字体下逐字节相同",
                                    "The same page on sheets of A4: titles of tables, the"
                                        + " verification code and page n of m on each, lines to"
                                        + " sign on and a QR code at the end; a Chinese font is"
                                        + " embedded (`HUB_REPORT_FONT`). At most 5,000 rows: for"
                                        + " more, `xlsx`. The same report in the same font is the"
                                        + " same bytes.")),
                    Map.entry(
                            ReportFormat.XLSX,
                            new Text(
                                    "工作簿:“概览”、每表一个工作表(超过 100 万行续在下一个)、“说明”。首行为标题行,固定并可筛选;"
                                            + "编号为文本,数量为数字,日期为日期。表下空一行有两行合计:“合计(公式)”随筛选变化,"
                                            + "“合计(数值)”为全部行。同一报表逐字节相同",
                                    "A workbook: overview, a sheet for each table (beyond a million"
                                        + " rows continued on the next), notes. The first row has"
                                        + " the titles, stays in sight and filters; codes are text,"
                                        + " amounts numbers, days dates. Below an empty row stand"
                                        + " two lines of totals: by formula, which changes with the"
                                        + " filter, and by value, of all rows. The same report is"
                                        + " the same bytes.")),
                    Map.entry(
                            ReportFormat.CSV,
                            new Text(
                                    "UTF-8(带 BOM)、CRLF、逗号,表和末行的验证码。一张表:标题行、各行、以“合计”开头的一行。"
                                            + "几张表:每张之前一行表名,表间空一行。可能被当作公式的文字前加 `'`",
                                    "UTF-8 with a byte order mark, CRLF, commas, the tables and a"
                                        + " last line with the verification code. One table:"
                                        + " titles, rows, a line that begins with the total's name."
                                        + " Several: each under a line with its name, parted by an"
                                        + " empty line. A text that would be computed has a `'`"
                                        + " before it.")),
                    Map.entry(
                            ReportFormat.JSON,
                            new Text(
                                    "`sections` 各有 `columns`、`rows`(按列的"
                                            + " `key`)、`count`、`totals`;`definitions`"
                                            + " 为所用指标,`verificationCode`"
                                            + " 为验证码。学时、学分、比例为带引号的小数,数量为数字,无数据为 `null`",
                                    "Each of `sections` has `columns`, `rows` by the `key` of the"
                                        + " column, `count` and `totals`; `definitions` has the"
                                        + " figures used, `verificationCode` its code. Hours,"
                                        + " credits and shares are decimals in quotes, counts are"
                                        + " numbers, and null says that nothing is stated.")));

    @Test
    void thePageIsWhatTheCodeSays() throws IOException {
        String page = page();
        Files.createDirectories(PROJECT.resolve("target"));
        Files.writeString(PROJECT.resolve("target/reports.md"), page);
        assertThat(PROJECT.resolve("docs/reports.md")).content().isEqualTo(page);
    }

    @Test
    void eachFigureHasANameOfItsOwn() {
        assertThat(ReportFigure.values()).extracting(ReportFigure::key).doesNotHaveDuplicates();
        assertThat(ReportFigure.values())
                .extracting(figure -> figure.term().zh())
                .doesNotHaveDuplicates();
        assertThat(ReportFigure.values())
                .extracting(figure -> figure.term().en())
                .doesNotHaveDuplicates();
    }

    private static String page() {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        page.append("| | 报表 | 内容 | report | what is in it |\n|---|---|---|---|---|\n");
        for (ReportName name : ReportName.values()) {
            Text title = name.title();
            Text about = name.about();
            page.append(row(code(name.code()), title.zh(), about.zh(), title.en(), about.en()));
        }
        page.append(FIGURES);
        page.append("| 指标 | 单位 | 含义 | figure | unit | meaning | JSON |\n");
        page.append("|---|---|---|---|---|---|---|\n");
        for (ReportFigure figure : ReportFigure.values()) {
            Text term = figure.term();
            Text unit = figure.unit().word();
            Text meaning = figure.meaning();
            page.append(
                    row(
                            "**" + term.zh() + "**",
                            unit.zh(),
                            meaning.zh(),
                            term.en(),
                            unit.en(),
                            meaning.en(),
                            code(figure.key())));
        }
        page.append("\n## 格式 · Formats\n\n");
        page.append("| | 写法 | how it is written |\n|---|---|---|\n");
        for (var format : FORMATS) {
            Text how = format.getValue();
            page.append(row(code(format.getKey().code()), how.zh(), how.en()));
        }
        return page.toString();
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String code(String word) {
        return "`" + word + "`";
    }

    private static final String INTRODUCTION =
            """
            # 报表 · Reports

            由代码打印,`ReportsPageTest` 比对,勿手改。Printed from the code; `ReportsPageTest` compares it.

            ## 有哪些报表 · The reports

            """;

    private static final String FIGURES =
            """

            ## 指标 · Figures

            同一指标在各报表、各格式中含义相同,合计只在一处计算。空白表示没有数据,不是零;没有合计的列,各行相加会重复计人。
            A figure means the same in each report and each format, and sums are computed in one place. An empty cell says that nothing is stated, not zero; where
            a column has no total, a sum of its rows would count somebody twice.

            """;
}
