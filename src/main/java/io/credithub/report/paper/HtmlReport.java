package io.credithub.report.paper;

import io.credithub.domain.report.ReportHead;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.ReportSection;
import io.credithub.flow.report.ReportLanguage;
import io.credithub.flow.report.ReportWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A report as one page, which needs nothing but itself: the style is in it and named by its hash,
/// charts are drawn in it, and it has no script. It is XHTML too. Rows are written as they come;
/// only those of a table with charts wait, until there are more than a chart can show.
public final class HtmlReport implements ReportWriter {
    private static final String NAMESPACE = "http://www.w3.org/1999/xhtml";

    private final Markup out;
    private final Medium medium;
    private final PublicAddress address;
    private @Nullable FrameMarkup frame;
    private @Nullable PrintedCells cells;
    private @Nullable SectionMarkup section;
    private int sections;

    /// @param out stays open
    public HtmlReport(OutputStream out, ReportLanguage language) {
        this(out, language, PublicAddress.UNKNOWN);
    }

    /// @param address where a reader may ask whether the report is the hub's
    public HtmlReport(OutputStream out, ReportLanguage language, PublicAddress address) {
        this(
                new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)),
                language,
                Medium.SCREEN,
                address);
    }

    HtmlReport(Writer out, ReportLanguage language, Medium medium, PublicAddress address) {
        this.out = new Markup(out, language);
        this.medium = medium;
        this.address = address;
    }

    @Override
    public void begin(ReportHead head, List<ReportSection> all) throws IOException {
        PrintedCells printed = new PrintedCells(head.asOf().zone(), out.language());
        FrameMarkup around = new FrameMarkup(out, head, all, printed);
        cells = printed;
        frame = around;
        String lang = out.language() == ReportLanguage.EN ? "en" : "zh-CN";
        if (medium == Medium.SCREEN) out.line("<!DOCTYPE html>");
        out.open("html", "xmlns", NAMESPACE, "lang", lang, "xml:lang", lang).line("");
        String style = PageStyle.of(medium, SheetShape.of(all), out.language(), around.running());
        out.open("head").line("").empty("meta", "charset", "UTF-8").line("");
        meta("viewport", "width=device-width, initial-scale=1");
        meta("referrer", "no-referrer");
        meta("robots", "noindex");
        if (medium == Medium.SCREEN) {
            String policy = PageStyle.policy(style);
            out.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy).line("");
        }
        out.element("title", around.running()).line("");
        if (medium == Medium.PAPER) bookmarks(all);
        out.open("style").own(style).close("style").line("");
        out.close("head").line("").open("body").line("");
        around.above();
        out.open("main").line("");
    }

    /// The tables, for who leafs through many sheets.
    private void bookmarks(List<ReportSection> all) throws IOException {
        out.open("bookmarks");
        for (int i = 0; i < all.size(); i++) {
            String name = out.language().of(all.get(i).table().title());
            out.empty("bookmark", "name", name, "href", "#section-" + (i + 1));
        }
        out.close("bookmarks").line("");
    }

    private void meta(String name, String content) throws IOException {
        out.empty("meta", "name", name, "content", content).line("");
    }

    @Override
    public void section(ReportSection next) throws IOException {
        sections++;
        Bars bars = medium == Medium.SCREEN ? new SvgBars(sections) : new BlockBars();
        TableMarkup table =
                new TableMarkup(out, begun(cells), next.table(), medium, "section-" + sections);
        SectionMarkup opened = new SectionMarkup(out, begun(cells), next, table, bars);
        section = opened;
        opened.open("section-" + sections);
    }

    @Override
    public void rows(List<ReportRow> rows) throws IOException {
        begun(section).rows(rows);
    }

    @Override
    public void totals(ReportRow totals, long rows) throws IOException {
        begun(section).close(totals, rows);
    }

    @Override
    public void end(String code) throws IOException {
        out.close("main").line("");
        begun(frame).below(code, new VerificationMarkup(out, medium, address));
        out.close("body").line("").close("html").line("");
        out.flush();
    }

    private static <T> T begun(@Nullable T part) {
        if (part == null) throw new IllegalStateException("the report has not begun");
        return part;
    }
}
