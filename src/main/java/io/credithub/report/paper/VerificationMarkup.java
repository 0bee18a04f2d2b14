package io.credithub.report.paper;

import io.credithub.report.paper.QrCode.DarkBox;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// By what a reader verifies a paper, at its end: its code, where to ask, the same as a QR code.
record VerificationMarkup(Markup out, Medium medium, PublicAddress address) {
    /// The side of a QR code with what stays light around it: the code itself has 25 mm and more.
    private static final int SIDE_MICROMETRES = 32_000;

    /// Boxes overlap by it, so that no light shows between two of them.
    private static final int SEAM_MICROMETRES = 20;

    /// @param code of what the paper says
    void print(String code) throws IOException {
        String link = address.verify(code);
        out.open("div", "class", "verify").line("");
        if (link != null) qr(QrCode.of(link), link);
        out.open("div", "class", "how").line("");
        out.open("p", "class", "verification").text(PageLabel.VERIFICATION.text());
        out.text(" ").element("b", code).close("p").line("");
        if (link != null) out.element("p", link, "class", "link").line("");
        out.element("p", how(link).text(), "class", "note").line("");
        out.close("div").close("div").line("");
    }

    private static PageLabel how(@Nullable String link) {
        return link == null ? PageLabel.VERIFY_BY_CODE : PageLabel.VERIFY_BY_LINK;
    }

    private void qr(QrCode code, String link) throws IOException {
        switch (medium) {
            case SCREEN -> drawing(code, link);
            case PAPER -> boxes(code);
        }
    }

    /// One path, so that nothing shows between its parts.
    private void drawing(QrCode code, String link) throws IOException {
        StringBuilder path = new StringBuilder();
        for (DarkBox box : code.boxes()) {
            path.append(
                    "M%d %dh%dv%dh-%dz"
                            .formatted(
                                    box.left(), box.top(), box.width(), box.height(), box.width()));
        }
        String side = Integer.toString(code.size());
        String name = out.language().of(PageLabel.QR.text()) + " " + link;
        out.open(
                "svg",
                "class",
                "qr",
                "role",
                "img",
                "aria-label",
                name,
                "viewBox",
                "0 0 " + side + " " + side,
                "shape-rendering",
                "crispEdges");
        out.empty("path", "d", path.toString()).close("svg").line("");
    }

    /// The printing library draws boxes.
    private void boxes(QrCode code) throws IOException {
        out.open("div", "class", "qr").open("div", "class", "modules");
        for (DarkBox box : code.boxes()) {
            int left = place(box.left(), code);
            int top = place(box.top(), code);
            int width = place(box.left() + box.width(), code) - left + SEAM_MICROMETRES;
            int height = place(box.top() + box.height(), code) - top + SEAM_MICROMETRES;
            String where =
                    "left: %s; top: %s; width: %s; height: %s"
                            .formatted(length(left), length(top), length(width), length(height));
            out.element("div", "", "style", where);
        }
        out.close("div").close("div").line("");
    }

    private static int place(int modules, QrCode code) {
        return modules * SIDE_MICROMETRES / code.size();
    }

    private static String length(int micrometres) {
        return "%d.%03dmm".formatted(micrometres / 1_000, micrometres % 1_000);
    }
}
