package io.credithub.report.paper;

import io.credithub.domain.Sha256;
import io.credithub.flow.report.ReportLanguage;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;

/// The one style of a page. It has neither `<` nor `&`, so that it means the same to XML and to a
/// browser.
final class PageStyle {
    private static final String FOR_BOTH =
            """
            * { box-sizing: border-box; }
            h1, h2, h3, p, ul, dl, dd, figure { margin: 0; padding: 0; }
            ul { list-style: none; }
            table { border-collapse: collapse; width: 100%; }
            th, td { text-align: left; vertical-align: top; font-weight: normal; }
            .n { text-align: right; }
            thead { display: table-header-group; }
            tfoot { display: table-row-group; }
            tr { page-break-inside: avoid; }
            h1, h2, figcaption { page-break-after: avoid; }
            .closing, .facts, .cards, figure { page-break-inside: avoid; }
            """;

    private static final String SCREEN =
            """
            html { color-scheme: light; }
            body { margin: 0 auto; padding: 28px 32px 48px; max-width: 1280px; color: #1b222b; background: #fff;
              font: 15px/1.6 "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei", sans-serif; }
            .en { color: #4d5866; font-size: .86em; }
            .kind { color: #4d5866; letter-spacing: .12em; }
            h1 { font-size: 26px; line-height: 1.3; margin: 2px 0 10px; }
            .headline { font-size: 20px; line-height: 1.5; border-left: 5px solid #1f4e79; padding: 2px 0 2px 14px; margin: 14px 0 18px; }
            .facts { display: flex; flex-wrap: wrap; gap: 4px 32px; margin-bottom: 18px; }
            .facts div { display: flex; gap: 8px; }
            .facts dt { color: #4d5866; }
            .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(170px, 1fr)); gap: 12px; margin: 0 0 26px; }
            .cards li { border: 1px solid #c3ccd6; border-radius: 6px; padding: 10px 14px; }
            .cards .term { display: block; color: #4d5866; }
            .cards .value { font-size: 24px; line-height: 1.35; font-weight: 600; font-variant-numeric: tabular-nums; white-space: nowrap; }
            .unit { color: #4d5866; font-size: .82em; font-weight: normal; }
            .cards .unit { margin-left: .35em; white-space: nowrap; }
            h2 { font-size: 19px; margin: 30px 0 10px; padding-bottom: 4px; border-bottom: 2px solid #1f4e79; }
            figure { margin: 0 0 18px; overflow-x: auto; }
            figcaption { font-weight: 600; margin-bottom: 2px; }
            .legend { display: flex; flex-wrap: wrap; gap: 2px 18px; margin-bottom: 4px; }
            .legend svg { width: 22px; height: 12px; margin-right: 6px; }
            .chart { display: block; width: 100%; min-width: 540px; max-width: 860px; height: auto; }
            .chart text { font-size: 12px; fill: #1b222b; font-variant-numeric: tabular-nums; }
            .chart .axis { stroke: #1b222b; stroke-width: 1; }
            .bar { stroke: #16324d; stroke-width: 1; }
            .s0 { fill: #1f4e79; } .s1 { fill: #fff; } .s2 { fill: #8fb4d9; } .s3 { fill: #d5dde6; }
            .scroll { overflow: auto; max-height: 86vh; border: 1px solid #c3ccd6; }
            .scroll:focus-visible { outline: 3px solid #1f4e79; outline-offset: 2px; }
            .rows { font-size: 14px; font-variant-numeric: tabular-nums; }
            .rows th, .rows td { padding: 5px 10px; border-bottom: 1px solid #dde3ea; overflow-wrap: anywhere; min-width: 3.2em; }
            .rows .words { min-width: 7em; max-width: 26em; }
            .rows .n, .rows .code { white-space: nowrap; overflow-wrap: normal; }
            .rows thead th { position: sticky; top: 0; background: #eaf0f6; border-bottom: 2px solid #1f4e79; vertical-align: bottom; white-space: nowrap; font-weight: 600; }
            .rows thead .unit { display: block; }
            .rows thead a { color: inherit; text-decoration: underline dotted; text-underline-offset: 3px; }
            .rows tbody tr:nth-child(even) { background: #f6f8fa; }
            .rows tfoot th, .rows tfoot td { border-top: 2px solid #1f4e79; border-bottom: 2px solid #1f4e79; font-weight: 600; background: #fff; }
            .count, .note { color: #4d5866; margin-top: 4px; }
            .terms div { display: grid; grid-template-columns: minmax(8em, 14em) 1fr; gap: 18px; margin-bottom: 3px; }
            .terms dt { font-weight: 600; }
            .terms dd { overflow-wrap: anywhere; }
            .signatures { display: flex; flex-wrap: wrap; gap: 34px 28px; margin-top: 44px; }
            .signatures li { flex: 1 1 180px; display: flex; gap: 8px; }
            .signatures .blank { flex: 1; border-bottom: 1px solid #1b222b; min-height: 1.6em; }
            .verify { display: flex; flex-wrap: wrap; gap: 6px 18px; align-items: center; margin-top: 26px; }
            .verify .how { flex: 1 1 260px; }
            .qr { width: 32mm; height: 32mm; flex: none; background: #fff; }
            .verification b { font-family: ui-monospace, Consolas, "Noto Sans Mono", monospace; letter-spacing: .04em; white-space: nowrap; }
            .link { overflow-wrap: anywhere; }
            @media print {
              body { padding: 0; max-width: none; font-size: 10pt; }
              .scroll { overflow: visible; max-height: none; border: 0; padding: 0 1px; }
              .rows thead th { position: static; background: #fff; white-space: normal; }
              .rows thead a { text-decoration: none; }
              .rows th, .rows td { padding: 1.5pt 4pt; border: .5pt solid #6b7683; min-width: 0; }
              .rows tbody tr:nth-child(even) { background: #fff; }
              figure { overflow: visible; }
              .chart { min-width: 0; max-width: 170mm; }
              .headline { font-size: 14pt; } h1 { font-size: 18pt; } h2 { font-size: 13pt; margin-top: 14pt; }
              .cards .value { font-size: 15pt; }
              .cards { grid-template-columns: repeat(auto-fill, minmax(36mm, 1fr)); gap: 6pt; }
              .cards li { width: auto !important; padding: 5pt 8pt; }
            }
            """;

    /// What the printing library knows: neither flexible boxes nor grids.
    private static final String PAPER =
            """
            body { margin: 0; padding: 0; color: #000; font-family: "Report", "Han", "Rare"; font-size: 10pt; line-height: 1.45; word-wrap: break-word; }
            .en { font-size: 8.5pt; }
            .kind { color: #333; font-size: 9pt; }
            h1 { font-size: 19pt; font-weight: normal; line-height: 1.3; margin: 0 0 6pt; }
            .headline { font-size: 13.5pt; line-height: 1.45; border-left: 3pt solid #1f4e79; padding-left: 8pt; margin: 6pt 0 10pt; }
            .facts { margin-bottom: 9pt; }
            .facts div { display: inline-block; margin-right: 18pt; }
            .facts dt, .facts dd { display: inline; }
            .facts dt { color: #444; margin-right: 5pt; }
            .cards { margin-bottom: 8pt; }
            .cards li { display: inline-block; border: .6pt solid #777; padding: 4pt 6pt; margin: 0 1% 5pt 0; vertical-align: top; }
            .cards .term { display: block; color: #444; font-size: 9pt; }
            .cards .value { font-size: 15pt; line-height: 1.3; }
            .unit { color: #444; font-size: 8pt; }
            .cards .unit { margin-left: 4pt; }
            h2 { font-size: 13pt; font-weight: normal; margin: 14pt 0 6pt; padding-bottom: 2pt; border-bottom: 1.2pt solid #1f4e79; }
            figure { margin-bottom: 9pt; }
            figcaption { margin-bottom: 3pt; }
            .legend li { display: inline-block; margin-right: 14pt; font-size: 8.5pt; }
            .swatch { display: inline-block; width: 16pt; height: 7pt; border: .6pt solid #16324d; margin-right: 4pt; }
            .bars { -fs-table-paginate: paginate; }
            .bars td { font-size: 8pt; line-height: 1.25; padding: 1.6pt 0; border: 0; }
            .bars .l { width: 26%; text-align: right; padding-right: 5pt; }
            .bars .b { border-left: .6pt solid #000; }
            .bar { height: 7.5pt; line-height: 7.5pt; border: .6pt solid #16324d; margin-bottom: 1.2pt; }
            .stack .bar { float: left; margin-bottom: 0; }
            .bars .v { width: 20%; padding-left: 5pt; }
            .s0 { background-color: #1f4e79; } .s1 { background-color: #fff; } .s2 { background-color: #8fb4d9; } .s3 { background-color: #d5dde6; }
            .rows { -fs-table-paginate: paginate; -fs-border-rendering: no-bevel; table-layout: fixed; }
            .rows th, .rows td { border: .5pt solid #666; padding: 2pt 3pt; line-height: 1.3; word-wrap: break-word; }
            .rows thead th { border-bottom: 1.2pt solid #000; background-color: #eef2f6; vertical-align: bottom; }
            .rows thead .unit { display: block; font-size: 7pt; }
            .rows tfoot th, .rows tfoot td { border-top: 1.2pt solid #000; border-bottom: 1.2pt solid #000; background-color: #eef2f6; }
            .count, .note { color: #444; font-size: 8.5pt; margin-top: 2pt; }
            .terms div { display: table; width: 100%; margin-bottom: 1.5pt; page-break-inside: avoid; }
            .terms dt { display: table-cell; width: 22%; padding-right: 6pt; }
            .terms dd { display: table-cell; }
            .signatures { margin-top: 20pt; }
            .signatures { display: table; width: 100%; }
            .signatures li { display: table-cell; width: 25%; white-space: nowrap; }
            .signatures .blank { display: inline-block; width: 58%; height: 12pt; border-bottom: .6pt solid #000; }
            .verify { display: table; width: 100%; margin-top: 10pt; }
            .qr { display: table-cell; width: 32mm; }
            .modules { position: relative; width: 32mm; height: 32mm; }
            .modules div { position: absolute; background-color: #000; }
            .how { display: table-cell; vertical-align: middle; padding-left: 8pt; }
            .verification { font-size: 11pt; }
            .verification b { font-weight: normal; }
            .link { font-size: 9pt; }
            """;

    /// Stands for the code until it is known. No text has it: in a text `<` is written otherwise.
    private static final String CODE = "<code/>";

    private PageStyle() {}

    /// @param page on paper, which says at the foot of each sheet by what it is verified
    static String withCode(String page, String code) {
        return page.replace(CODE, quoted(code));
    }

    /// @param running what stands at the foot of each sheet
    static String of(Medium medium, SheetShape shape, ReportLanguage language, String running) {
        String font = medium == Medium.PAPER ? "font-family: \"Report\", \"Han\", \"Rare\"; " : "";
        String foot = font + "font-size: 8pt; color: #444; vertical-align: top; padding-top: 3mm;";
        String own = medium == Medium.PAPER ? PAPER : SCREEN;
        return FOR_BOTH
                + own
                + """
                @page { size: %s; margin: 15mm 13mm 17mm;
                  @bottom-left { content: "%s"; %s }
                  @bottom-right { content: %s; %s } }
                %s
                %s
                """
                        .formatted(
                                shape.size(),
                                quoted(running),
                                foot,
                                (medium == Medium.PAPER ? code(language) : "") + pages(language),
                                foot + " text-align: right; white-space: pre;",
                                letters(medium),
                                onPaper(medium, ".cards li", "width: " + shape.card()));
    }

    private static String letters(Medium medium) {
        return Arrays.stream(SheetShape.values())
                .map(shape -> onPaper(medium, "." + shape.look(), "font-size: " + shape.letters()))
                .collect(Collectors.joining("\n"));
    }

    /// What depends on how the sheets lie; a screen leaves it to the printer.
    private static String onPaper(Medium medium, String what, String how) {
        String rule = what + " { " + how + "; }";
        return medium == Medium.PAPER ? rule : "@media print { " + rule + " }";
    }

    /// Only this very style is to be obeyed.
    static String policy(String style) {
        return "default-src 'none'; style-src 'sha256-"
                + Base64.getEncoder().encodeToString(Sha256.of(style))
                + "'; base-uri 'none'; form-action 'none'";
    }

    private static String code(ReportLanguage language) {
        String label = quoted(language.of(PageLabel.VERIFICATION.text()));
        return "\"" + label + " " + CODE + "\" \"\\A \" ";
    }

    private static String pages(ReportLanguage language) {
        String zh = "\"第 \" counter(page) \" 页 共 \" counter(pages) \" 页\"";
        String en = "\"Page \" counter(page) \" of \" counter(pages)";
        return switch (language) {
            case ZH -> zh;
            case EN -> en;
            case BOTH -> zh + " \" · \" " + en;
        };
    }

    /// Letters, digits and blanks as they are; all else by its number, so that no text ends the
    /// string, the rule or the element that it stands in.
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder();
        Markup.sayable(text)
                .codePoints()
                .forEach(character -> {
                    if (Character.isLetterOrDigit(character) || character == ' ') {
                        quoted.appendCodePoint(character);
                    } else {
                        quoted.append('\\')
                                .append(HexFormat.of().toHexDigits(character, 6))
                                .append(' ');
                    }
                });
        return quoted.toString();
    }
}
