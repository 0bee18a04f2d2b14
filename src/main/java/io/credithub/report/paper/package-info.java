/// Reports for people: a page for the browser, and the same page on paper. One text is written for
/// both; where they differ, [Medium] says so. What comes from a registry is text and never markup
/// ([Markup]), and neither page asks anybody for anything: no script, no picture, no font from
/// elsewhere.
///
/// Start with [HtmlReport]; [PdfReport] prints what it writes, with a font of [PaperFonts].
@NullMarked
package io.credithub.report.paper;

import org.jspecify.annotations.NullMarked;
