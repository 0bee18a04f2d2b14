package io.credithub.report.writers;

import io.credithub.flow.report.ReportFormat;
import io.credithub.flow.report.ReportLanguage;
import io.credithub.flow.report.ReportWriter;
import io.credithub.flow.report.ReportWriters;
import io.credithub.report.CsvReport;
import io.credithub.report.JsonReport;
import io.credithub.report.paper.HtmlReport;
import io.credithub.report.paper.PaperFonts;
import io.credithub.report.paper.PdfReport;
import io.credithub.report.xlsx.XlsxReport;
import jakarta.inject.Singleton;
import java.io.OutputStream;

/// A writer of each format.
@Singleton
public final class FormatWriters implements ReportWriters {
    private final PaperFonts fonts;

    public FormatWriters(PaperFonts fonts) {
        this.fonts = fonts;
    }

    @Override
    public ReportWriter open(ReportFormat format, ReportLanguage language, OutputStream out) {
        return switch (format) {
            case XLSX -> new XlsxReport(out, language);
            case CSV -> new CsvReport(out, language);
            case JSON -> new JsonReport(out, language);
            case HTML -> new HtmlReport(out, language);
            case PDF -> new PdfReport(out, language, fonts);
        };
    }
}
