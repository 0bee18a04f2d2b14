package io.credithub.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credithub.fixtures.SampleReports;
import io.credithub.flow.report.ReportDocument;
import io.credithub.flow.report.ReportLanguage;
import io.credithub.flow.report.WriteReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class JsonReportTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theHeadIsInBothLanguages() throws IOException {
        JsonNode report = written(SampleReports.statement(), ReportLanguage.ZH);
        assertThat(report.get("report").asText()).isEqualTo("statement");
        assertThat(report.get("title"))
                .isEqualTo(
                        json(
                                "{'zh':'2025—2026 学年对账表',"
                                        + "'en':'Reconciliation statement of 2025–2026'}"));
        assertThat(report.get("place"))
                .isEqualTo(
                        json(
                                "{'division':'140105',"
                                        + "'title':{'zh':'太原市 小店区','en':'Taiyuan, Xiaodian'}}"));
        assertThat(report.get("asOf").asText()).isEqualTo("2026-09-30T16:30:00Z");
        assertThat(report.get("zone").asText()).isEqualTo("Asia/Shanghai");
        assertThat(report.get("figures").get(2))
                .isEqualTo(
                        json(
                                "{'figure':'credits',"
                                    + "'unit':{'zh':'学分','en':'credits'},'value':'118423.50'}"));
        assertThat(report.get("basis").get(0))
                .isEqualTo(
                        json(
                                "{'about':{'zh':'政策','en':'Policy'},"
                                        + "'value':'shanxi-2025 第 3 版'}"));
    }

    @Test
    void aColumnSaysWhatItCountsAndWhatStandsUnderIt() throws IOException {
        JsonNode columns =
                written(SampleReports.statement(), ReportLanguage.ZH)
                        .get("sections")
                        .get(0)
                        .get("columns");
        assertThat(columns.get(2))
                .isEqualTo(
                        json(
                                "{'key':'year','title':{'zh':'学年','en':'school"
                                        + " year'},'type':'schoolYear'}"));
        assertThat(columns.get(3))
                .isEqualTo(
                        json(
                                "{'key':'declared',"
                                    + "'title':{'zh':'申报','en':'declared'},'type':'count',"
                                    + "'unit':{'zh':'条','en':'records'},'figure':'declared','total':'sum'}"));
        assertThat(columns.get(11))
                .isEqualTo(
                        json(
                                "{'key':'rejectedShare',"
                                    + "'title':{'zh':'拒收率','en':'rejected'},'type':'share','unit':{'zh':'%','en':'%'},"
                                    + "'figure':'share','total':'share','part':'rejected','whole':'received'}"));
    }

    @Test
    void rowsAreByKeyAndTotalsAreWhatStands() throws IOException {
        JsonNode section =
                written(SampleReports.statement(), ReportLanguage.ZH).get("sections").get(0);
        assertThat(section.get("rows").get(1))
                .isEqualTo(
                        json(
                                "{'feed':'jijiao',"
                                    + "'title':'省继续教育网','year':2025,'declared':null,'received':18002,'rejected':240,"
                                    + "'waiting':311,'inForce':14920,'teachersInForce':4973,'hours':'126820.00',"
                                    + "'credits':'42223.65','rejectedShare':'1.33','lastDay':'2026-08-29',"
                                    + "'lastMoment':'2026-09-29T14:30:01Z'}"));
        assertThat(section.get("count").asLong()).isEqualTo(4);
        assertThat(section.get("totals"))
                .isEqualTo(
                        json(
                                "{'declared':30338,'received':48326,"
                                    + "'rejected':252,'waiting':351,'inForce':41877,'hours':'355954.50',"
                                    + "'credits':'118512.11','rejectedShare':'0.52'}"));
    }

    @Test
    void wordsInRowsAreInTheLanguageThatIsAskedFor() throws IOException {
        ReportDocument report = SampleReports.teachers(2);
        assertThat(verdict(report, ReportLanguage.EN)).isEqualTo("2.50 credits short");
        assertThat(verdict(report, ReportLanguage.ZH)).isEqualTo("差 2.50 学分");
    }

    @Test
    void namesAreWhatTheyAreInTheOtherFormats() throws IOException {
        JsonNode rows =
                written(SampleReports.statement(), ReportLanguage.ZH)
                        .get("sections")
                        .get(1)
                        .get("rows");
        assertThat(rows.get(0).get("name").asText()).isEqualTo("<script>alert(1)</script>");
        assertThat(rows.get(7).get("name").asText()).isEqualTo("零\\u0000铃\\u0007尾\\ufffe");
        assertThat(rows.get(8).get("name").asText()).isEqualTo("半\\ud842");
        assertThat(rows.get(9).get("name").asText()).isEqualTo("𠮷野 · 阿卜杜拉");
    }

    @Test
    void theFiguresThatAreThereAreDefined() throws IOException {
        JsonNode definitions =
                written(SampleReports.teachers(1), ReportLanguage.ZH).get("definitions");
        assertThat(definitions.findValuesAsText("figure"))
                .containsExactly(
                        "declared",
                        "inForce",
                        "hours",
                        "credits",
                        "recognised",
                        "teachers",
                        "openBreaks",
                        "share");
        assertThat(definitions.get(1).get("term").get("zh").asText()).isEqualTo("入账");
        assertThat(definitions.get(1).get("meaning").get("en").asText()).startsWith("Records that");
    }

    private static String verdict(ReportDocument report, ReportLanguage language)
            throws IOException {
        JsonNode section = written(report, language).get("sections").get(0);
        return section.get("rows").get(1).get("verdict").asText();
    }

    private static JsonNode json(String text) throws IOException {
        return JSON.readTree(text.replace('\'', '"'));
    }

    private static JsonNode written(ReportDocument report, ReportLanguage language)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new WriteReport(Runnable::run)
                .write(report, new JsonReport(out, language), _ -> {})
                .await()
                .indefinitely();
        return JSON.readTree(out.toByteArray());
    }
}
