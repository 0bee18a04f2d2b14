package io.credithub.report.paper;

import io.credithub.domain.Text;
import io.credithub.report.paper.BarChart.RowOfBars;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// Draws bars as SVG. What does not go onto one sheet is drawn in pieces, between which a printer
/// may turn the page.
final class SvgBars implements Bars {
    private static final int WIDTH = 720;
    private static final int LABEL = 190;
    private static final int LONGEST = 350;
    private static final int BAR = 13;
    private static final int GAP = 9;
    private static final int GROUP_GAP = 2;
    private static final int HEIGHT_MAX = 540;
    private static final int TEXT_DROP = 11;

    private final int section;
    private int drawn;

    /// @param section tells the names of its pieces from those of others
    SvgBars(int section) {
        this.section = section;
    }

    @Override
    public void swatch(Markup out, int series) throws IOException {
        out.open("svg", "viewBox", "0 0 22 12", "aria-hidden", "true", "focusable", "false")
                .empty(
                        "rect",
                        "x",
                        "0.5",
                        "y",
                        "0.5",
                        "width",
                        "21",
                        "height",
                        "11",
                        "class",
                        look(series))
                .close("svg");
    }

    @Override
    public void draw(Markup out, BarChart chart) throws IOException {
        int heightOfOne = (chart.isStacked() ? 1 : chart.series().size()) * (BAR + GROUP_GAP) + GAP;
        int inPiece = Math.max(1, HEIGHT_MAX / heightOfOne);
        List<RowOfBars> bars = chart.bars();
        int pieces = Math.ceilDiv(bars.size(), inPiece);
        for (int piece = 0; piece < pieces; piece++) {
            int from = piece * inPiece;
            List<RowOfBars> some = bars.subList(from, Math.min(from + inPiece, bars.size()));
            String part = pieces == 1 ? "" : " (%d/%d)".formatted(piece + 1, pieces);
            open(out, chart, part, some.size() * heightOfOne + GAP);
            for (int i = 0; i < some.size(); i++) {
                draw(out, chart.isStacked(), some.get(i), GAP + i * heightOfOne);
            }
            out.close("svg");
        }
    }

    private void open(Markup out, BarChart chart, String part, int height) throws IOException {
        drawn++;
        String title = "chart-" + section + "-" + drawn;
        String about = title + "-about";
        Text description = PageLabel.chart(chart.bars().size(), chart.table());
        out.open(
                        "svg",
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "class",
                        "chart",
                        "viewBox",
                        "0 0 " + WIDTH + " " + height,
                        "role",
                        "img",
                        "aria-labelledby",
                        title + " " + about)
                .element("title", out.language().of(chart.title()) + part, "id", title)
                .element("desc", out.language().of(description), "id", about);
        String bottom = Integer.toString(height - GAP / 2);
        String axis = Integer.toString(LABEL);
        out.empty("line", "x1", axis, "y1", "4", "x2", axis, "y2", bottom, "class", "axis");
    }

    private static void draw(Markup out, boolean isStacked, RowOfBars row, int top)
            throws IOException {
        int bars = isStacked ? 1 : row.lengths().size();
        int middle = top + (bars * (BAR + GROUP_GAP) - BAR) / 2 + TEXT_DROP;
        text(out, LABEL - 8, middle, "end", PageText.cut(row.label(), 28));
        int x = LABEL;
        for (int i = 0; i < row.lengths().size(); i++) {
            int y = isStacked ? top : top + i * (BAR + GROUP_GAP);
            int tenths = row.lengths().get(i) * LONGEST / (BarChart.WHOLE / 10);
            if (tenths > 0) bar(out, x, y, tenths, i);
            int end = x + Math.ceilDiv(tenths, 10);
            if (isStacked) x = end;
            else text(out, end + 6, y + TEXT_DROP, "start", orDash(row.values().get(i)));
        }
        if (isStacked) text(out, x + 6, top + TEXT_DROP, "start", BarChart.joined(row.values()));
    }

    private static void bar(Markup out, int x, int y, int tenths, int series) throws IOException {
        out.empty(
                "rect",
                "x",
                Integer.toString(x),
                "y",
                Integer.toString(y),
                "width",
                String.format(Locale.ROOT, "%d.%d", tenths / 10, tenths % 10),
                "height",
                Integer.toString(BAR),
                "class",
                look(series));
    }

    private static void text(Markup out, int x, int y, String anchor, String text)
            throws IOException {
        out.element(
                "text",
                text,
                "x",
                Integer.toString(x),
                "y",
                Integer.toString(y),
                "text-anchor",
                anchor);
    }

    private static String look(int series) {
        return "bar " + BarChart.look(series);
    }

    private static String orDash(String value) {
        return value.isEmpty() ? "—" : value;
    }
}
