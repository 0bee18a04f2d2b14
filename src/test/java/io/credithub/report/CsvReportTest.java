package io.credithub.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.credithub.domain.Text;
import io.credithub.fixtures.SampleReports;
import io.credithub.flow.report.ReportDocument;
import io.credithub.flow.report.ReportLanguage;
import io.credithub.flow.report.WriteReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

final class CsvReportTest {
    @Test
    void oneTableIsAFileOfTitlesRowsAndTotals() {
        assertThat(written(SampleReports.teachers(2), ReportLanguage.ZH))
                .isEqualTo(
                        String.join(
                                "\r\n",
                                "\uFEFF教师编号,姓名,学校,结论,入账学时(学时),入账学分(学分),认定学分(学分)",
                                "0000000000,教师0,小店区第1中学,合格,36.00,12.00,11.00",
                                "0000000001,教师1,小店区第2中学,差 2.50 学分,36.25,-2.50,11.05",
                                "合计,,,,72.25,9.50,22.05",
                                ""));
    }

    @Test
    void ofSeveralTablesEachStandsUnderItsName() {
        String csv = written(SampleReports.statement(), ReportLanguage.ZH);
        assertThat(csv).startsWith("\uFEFF按数据源\r\n编号,数据源,学年,申报(条),");
        assertThat(csv).contains("\r\n\r\n教师\r\n教师编号,姓名,");
        assertThat(csv.split("\r\n\r\n", -1)).hasSize(2);
    }

    @Test
    void eachTypeHasOneSpelling() {
        assertThat(written(SampleReports.statement(), ReportLanguage.ZH))
                .contains(
                        "\r\nguopei,国培平台,2025–2026,21000,20986,12,40,19873,6624,168920.50,56240.64,"
                                + "0.06,2026-08-29,2026-09-29 22:30:01\r\n")
                .contains("\r\nsilent,尚无数据的来源,2025–2026,,0,0,0,0,0,0.00,0.05,,,\r\n");
    }

    @Test
    void titlesAreInTheLanguageThatIsAskedFor() {
        assertThat(written(SampleReports.teachers(0), ReportLanguage.EN))
                .startsWith("\uFEFFteacher number,name,school,verdict,hours in force (hours),");
        assertThat(written(SampleReports.teachers(0), ReportLanguage.BOTH))
                .contains(",入账学时 hours in force (学时 hours),");
    }

    @Test
    void noNameIsComputed() {
        assertThat(written(SampleReports.statement(), ReportLanguage.ZH))
                .contains("\"'=HYPERLINK(\"\"http://127.0.0.1/\"\",\"\"点我\"\")\"")
                .contains("'@SUM(1+1)*cmd|' /C calc'!A0")
                .contains("\"甲,乙;丙\t丁\r\n戊\"")
                .contains("零\\u0000铃\\u0007尾\\ufffe");
    }

    @Test
    void anOutputThatFailsIsAFailureOfTheOutput() {
        OutputStream full =
                new OutputStream() {
                    @Override
                    public void write(int octet) throws IOException {
                        throw new IOException("disk full");
                    }
                };
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() ->
                        new WriteReport(Runnable::run)
                                .write(
                                        SampleReports.teachers(2_000),
                                        new CsvReport(full, ReportLanguage.ZH),
                                        _ -> {})
                                .await()
                                .indefinitely())
                .withMessageContaining("disk full");
    }

    /// The tables; behind them stands the code.
    private static String written(ReportDocument report, ReportLanguage language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String code =
                new WriteReport(Runnable::run)
                        .write(report, new CsvReport(out, language), _ -> {})
                        .await()
                        .indefinitely();
        String label = language.of(new Text("验证码", "Verification code"));
        String end = "\r\n" + label + "," + code + "\r\n";
        assertThat(out.toString(UTF_8)).endsWith(end);
        return out.toString(UTF_8).substring(0, out.toString(UTF_8).length() - end.length());
    }
}
