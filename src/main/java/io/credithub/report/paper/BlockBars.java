package io.credithub.report.paper;

import io.credithub.report.paper.BarChart.RowOfBars;
import java.io.IOException;

/// Draws bars as boxes, for the printing library, which draws no SVG by itself.
final class BlockBars implements Bars {
    @Override
    public void swatch(Markup out, int series) throws IOException {
        out.element("span", "", "class", "swatch " + BarChart.look(series));
    }

    @Override
    public void draw(Markup out, BarChart chart) throws IOException {
        out.open("table", "class", chart.isStacked() ? "bars stack" : "bars").open("tbody");
        for (RowOfBars row : chart.bars()) {
            out.open("tr").element("td", row.label(), "class", "l").open("td", "class", "b");
            for (int i = 0; i < row.lengths().size(); i++) bar(out, row.lengths().get(i), i);
            out.close("td").element("td", BarChart.joined(row.values()), "class", "v").close("tr");
        }
        out.close("tbody").close("table");
    }

    private static void bar(Markup out, int length, int series) throws IOException {
        if (length == 0) return;
        String width = "width: %d.%d%%".formatted(length / 10, length % 10);
        out.element("div", "", "class", "bar " + BarChart.look(series), "style", width);
    }
}
