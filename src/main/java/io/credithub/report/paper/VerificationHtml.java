package io.credithub.report.paper;

import io.credithub.flow.report.ReportLanguage;
import io.credithub.flow.report.verify.VerificationPage;
import io.credithub.flow.report.verify.VerifiedPaper;
import io.credithub.flow.report.verify.VerifiedPaper.UnknownPaper;
import io.credithub.flow.report.verify.VerifiedPaper.VerifiedCertificate;
import io.credithub.flow.report.verify.VerifiedPaper.VerifiedReport;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/// What is said of a paper, as a page for a phone: first whether it holds, then what must stand on
/// it. No script, nothing from elsewhere, and nothing of what somebody wrote into the address.
@Singleton
public final class VerificationHtml implements VerificationPage {
    /// Of one column, readable at 360 pixels, and told by words and signs before colours.
    static final String STYLE =
            """
            * { box-sizing: border-box; }
            html { color-scheme: light; }
            body { margin: 0 auto; padding: 20px 16px 40px; max-width: 640px; color: #1b222b; background: #fff;
              font: 16px/1.6 "Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei", sans-serif; }
            h1, h2, p, dl, dd, ul { margin: 0; padding: 0; }
            .kind { color: #4d5866; }
            h1 { font-size: 24px; line-height: 1.35; margin: 6px 0 4px; padding: 10px 14px; border: 2px solid; border-left-width: 10px; overflow-wrap: anywhere; }
            .holds { color: #0b5d2a; border-color: #0b5d2a; }
            .doubt { color: #7a4b00; border-color: #7a4b00; }
            .fails { color: #9c1c1c; border-color: #9c1c1c; }
            .more { margin: 8px 0 14px; }
            h2 { font-size: 17px; margin: 20px 0 6px; }
            dl div { display: flex; gap: 12px; padding: 7px 0; border-bottom: 1px solid #dde3ea; }
            dt { flex: 0 0 7.5em; color: #4d5866; }
            dd { flex: 1; overflow-wrap: anywhere; }
            .sha { font: 13px/1.5 ui-monospace, Consolas, monospace; overflow-wrap: anywhere; }
            footer { margin-top: 22px; color: #4d5866; font-size: 14px; }
            @media print { body { padding: 0; font-size: 11pt; } h1, dl div { page-break-inside: avoid; } }
            @page { size: A4 portrait; margin: 20mm; }
            """;

    private static final String POLICY = PageStyle.policy(STYLE) + "; frame-ancestors 'none'";

    @Override
    public WrittenPage of(VerifiedPaper paper, ReportLanguage language) {
        StringWriter page = new StringWriter();
        try {
            write(paper, new VerifiedMarkup(new Markup(page, language)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new WrittenPage(page.toString(), POLICY);
    }

    private static void write(VerifiedPaper paper, VerifiedMarkup page) throws IOException {
        page.open();
        switch (paper) {
            case UnknownPaper _ -> page.unknown();
            case VerifiedCertificate certificate -> page.certificate(certificate);
            case VerifiedReport report -> page.report(report);
        }
        page.close();
    }
}
