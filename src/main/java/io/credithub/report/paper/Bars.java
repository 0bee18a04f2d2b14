package io.credithub.report.paper;

import java.io.IOException;

/// Draws the bars of charts.
interface Bars {
    /// How the bars of one of the series look, beside its name.
    void swatch(Markup out, int series) throws IOException;

    void draw(Markup out, BarChart chart) throws IOException;
}
