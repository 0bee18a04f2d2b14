package io.credithub.report.paper;

import io.credithub.domain.Text;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportHead;
import io.credithub.domain.report.ReportHead.BasisLine;
import io.credithub.domain.report.ReportHead.KeyFigure;
import io.credithub.domain.report.ReportHead.ReportPlace;
import io.credithub.domain.report.ReportSection;
import io.credithub.domain.report.ReportUnit;
import io.credithub.report.FiguresUsed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What stands above the tables of a report, and what below.
///
/// @param sections all of them, for the figures that they count
record FrameMarkup(Markup out, ReportHead head, List<ReportSection> sections, PrintedCells cells) {
    /// So many meanings stand on one sheet with the signatures: what is signed is never a sheet of
    /// its own.
    private static final int BESIDE_SIGNATURES = 3;

    /// What tells a sheet of this report from one of another.
    String running() {
        List<String> parts = new ArrayList<>();
        parts.add(out.language().of(head.title()));
        parts.add(out.language().of(head.place().title()));
        parts.add(out.language().of(head.period()));
        parts.add(out.language().of(PageLabel.AS_OF.text()) + " " + moment());
        return String.join(" · ", parts);
    }

    void above() throws IOException {
        out.open("header").line("");
        Text kind = PageLabel.HUB.text().plus(new Text(" · ", " · ")).plus(head.name().title());
        out.element("p", kind, "class", "kind").line("");
        out.element("h1", head.title()).line("");
        out.element("p", head.headline(), "class", "headline").line("");
        out.open("dl", "class", "facts").line("");
        ReportPlace place = head.place();
        String code = place.division();
        fact(PageLabel.PLACE, place.title().plus(new Text("(" + code + ")", " (" + code + ")")));
        fact(PageLabel.PERIOD, head.period());
        String asOf = moment() + " (" + head.asOf().zone().getId() + ")";
        fact(PageLabel.AS_OF, new Text(asOf, asOf));
        fact(PageLabel.MADE_BY, new Text(head.madeBy(), head.madeBy()));
        out.close("dl").line("");
        if (!head.figures().isEmpty()) figures();
        out.close("header").line("");
    }

    private String moment() {
        return cells.moment(head.asOf().moment());
    }

    private void fact(PageLabel about, Text value) throws IOException {
        out.open("div").element("dt", about.text()).text(" ").element("dd", value).close("div");
        out.line("");
    }

    private void figures() throws IOException {
        String name = out.language().of(PageLabel.KEY_FIGURES.text());
        out.open("ul", "class", "cards", "aria-label", name).line("");
        for (KeyFigure figure : head.figures()) {
            String value = cells.of(figure.figure(), figure.value());
            out.open("li").element("span", figure.figure().term(), "class", "term");
            out.element("span", value.isEmpty() ? "—" : value, "class", "value");
            unit(figure.figure(), value);
            out.close("li").line("");
        }
        out.close("ul").line("");
    }

    private void unit(ReportFigure figure, String value) throws IOException {
        if (value.isEmpty() || figure.unit() == ReportUnit.NONE) return;
        out.text(" ").element("span", figure.unit().word(), "class", "unit");
    }

    void below(String code, VerificationMarkup verification) throws IOException {
        out.open("footer").line("");
        if (!head.basis().isEmpty()) {
            out.element("h2", PageLabel.BASIS.text()).line("");
            out.open("dl", "class", "terms").line("");
            for (BasisLine line : head.basis()) {
                out.open("div").element("dt", line.about()).element("dd", line.value());
                out.close("div").line("");
            }
            out.close("dl").line("");
        }
        List<ReportFigure> figures = List.copyOf(FiguresUsed.asRead(head, sections));
        int before = Math.max(0, figures.size() - BESIDE_SIGNATURES);
        if (before > 0) meanings(figures.subList(0, before), true);
        out.open("div", "class", "closing").line("");
        meanings(figures.subList(before, figures.size()), before == 0);
        signatures();
        verification.print(code);
        out.close("div").line("");
        out.close("footer").line("");
    }

    private void meanings(List<ReportFigure> figures, boolean isFirst) throws IOException {
        if (figures.isEmpty()) return;
        if (isFirst) out.element("h2", PageLabel.MEANINGS.text()).line("");
        out.open("dl", "class", "terms").line("");
        for (ReportFigure figure : figures) {
            out.open("div").open("dt", "id", anchor(figure)).text(figure.term());
            unit(figure, figure.key());
            out.close("dt").element("dd", figure.meaning()).close("div").line("");
        }
        out.close("dl").line("");
    }

    private void signatures() throws IOException {
        out.open("ul", "class", "signatures").line("");
        blank(PageLabel.PREPARED);
        blank(PageLabel.REVIEWED);
        blank(PageLabel.APPROVED);
        blank(PageLabel.SIGNED_ON);
        out.close("ul").line("");
    }

    static String anchor(ReportFigure figure) {
        return "figure-" + figure.key();
    }

    private void blank(PageLabel who) throws IOException {
        out.open("li").element("span", who.text()).text(" ");
        out.element("span", "", "class", "blank").close("li").line("");
    }
}
