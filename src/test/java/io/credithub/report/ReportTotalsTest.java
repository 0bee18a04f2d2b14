package io.credithub.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.fixtures.SampleReports;
import io.credithub.flow.report.ReportDocument;
import io.credithub.flow.report.ReportFormat;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a report is written as, the same stands under its tables.
final class ReportTotalsTest {
    static Stream<Arguments> reports() {
        return WrittenFormat.ALL.stream()
                .flatMap(written ->
                        Stream.of(
                                Arguments.of(written, "statement", SampleReports.statement()),
                                Arguments.of(written, "nobody", SampleReports.teachers(0)),
                                Arguments.of(written, "many", many(written.format()))));
    }

    /// Sheets take their time.
    private static ReportDocument many(ReportFormat format) {
        return SampleReports.teachers(format == ReportFormat.PDF ? 123 : 2_345);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("reports")
    void theTotalsAreTheHubs(WrittenFormat written, String name, ReportDocument report)
            throws IOException {
        assertThat(written.readBack(report)).as(name).isEqualTo(WrittenFormat.expected(report));
    }
}
