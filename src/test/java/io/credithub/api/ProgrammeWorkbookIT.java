package io.credithub.api;

import static io.credithub.api.Answers.operator;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.access.ApiKeys;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/// The register of programmes as a workbook, through the API. What is in its cells is tried where
/// it is read.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class ProgrammeWorkbookIT {
    private static final String IMPORTS = "/api/v1/programmes/imports?reason=年度目录";
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject ApiKeys keys;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private String[][] rows(String level) {
        return new String[][] {
            {"项目编号", "项目名称", "别名", "层次"},
            {mark + "-A", "信息技术", "ICT|信息化", level},
            {mark + "-B", "师德", "", ""}
        };
    }

    private static byte[] csv(String[][] rows) {
        StringBuilder csv = new StringBuilder();
        for (String[] row : rows) csv.append(String.join(",", row)).append('\n');
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] book(String[][] rows) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "test", "1.0")) {
            book.newWorksheet("说明").value(0, 0, "年度目录");
            Worksheet sheet = book.newWorksheet("项目库");
            for (int row = 0; row < rows.length; row++) {
                for (int i = 0; i < rows[row].length; i++) sheet.value(row, i, rows[row][i]);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    private Response sent(String type, byte[] file, String query) {
        return operator(keys).contentType(type).body(file).post(IMPORTS + query);
    }

    private String told(String type, byte[] file, String query) {
        Response answer = sent(type, file, query);
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 202);
        JsonPath report = answer.jsonPath();
        return report.getString("rows")
                + " +"
                + report.getString("added")
                + " ="
                + report.getString("unchanged")
                + " !"
                + report.getString("refused");
    }

    @Test
    void aWorkbookComesToWhatItsCsvComesTo() {
        String[][] rows = rows("国培");
        assertThat(told(XLSX, book(rows), "&sheet=项目库")).isEqualTo("2 +2 =0 !0");
        assertThat(told("text/csv", csv(rows), "")).isEqualTo("2 +0 =2 !0");
        assertThat(told("text/csv", book(rows), "&sheet=项目库")).isEqualTo("2 +0 =2 !0");
    }

    @Test
    void aMistakeIsToldWithItsCellAndAPreviewKeepsNothing() {
        Response answer = sent(XLSX, book(rows("乡镇")), "&sheet=项目库&dryRun=true");
        JsonPath report = answer.jsonPath();
        assertThat(report.getString("findings[0].code")).isEqualTo("HUB-1008");
        assertThat(report.getString("findings[0].field")).isEqualTo("项目库!D2/level");
        assertThat(told(XLSX, book(rows("国培")), "&sheet=项目库")).isEqualTo("2 +2 =0 !0");
    }

    @Test
    void aSheetThatIsNotThereAndAFileThatIsNoWorkbookAreRefused() {
        Response missing = sent(XLSX, book(rows("国培")), "&sheet=没有");
        assertThat(missing.statusCode()).isEqualTo(422);
        assertThat(missing.asString()).contains("HUB-1044");
        byte[] broken = {'P', 'K', 3, 4, 9, 9};
        assertThat(sent(XLSX, broken, "").statusCode()).isEqualTo(422);
    }
}
