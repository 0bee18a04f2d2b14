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
import io.credithub.report.paper.PublicAddress;
import io.credithub.report.paper.PublicConfig;
import io.credithub.report.xlsx.XlsxReport;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.OutputStream;

/// A writer of each format.
@Singleton
public final class FormatWriters implements ReportWriters {
    private final PaperFonts fonts;
    private final PublicAddress address;

    @Inject
    public FormatWriters(PaperFonts fonts, PublicConfig config) {
        this(fonts, config.url().orElse(PublicAddress.UNKNOWN));
    }

    /// @param address where papers are verified
    public FormatWriters(PaperFonts fonts, PublicAddress address) {
        this.fonts = fonts;
        this.address = address;
    }

    @Override
    public ReportWriter open(ReportFormat format, ReportLanguage language, OutputStream out) {
        return switch (format) {
            case XLSX -> new XlsxReport(out, language);
            case CSV -> new CsvReport(out, language);
            case JSON -> new JsonReport(out, language);
            case HTML -> new HtmlReport(out, language, address);
            case PDF -> new PdfReport(out, language, fonts, address);
        };
    }
}
