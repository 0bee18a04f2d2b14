package io.credithub.report.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.credithub.domain.report.ReportHead;
import io.credithub.flow.report.ReportLanguage;
import io.credithub.report.paper.PaperFonts.PaperFace;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Lays a page out on sheets, and writes them. The page can reach no file and no network, and
/// nothing of the machine but its fonts comes into the document: no clock, no chance.
record PaperPrint(PaperFonts fonts, ReportLanguage language) {
    /// The families that the style names.
    private static final String LATIN = "Report";

    private static final String HAN = "Han";
    private static final String RARE = "Rare";
    private static final int REGULAR = 400;

    static {
        // It would log what it reads, names of persons among it.
        XRLog.setLoggingEnabled(false);
        FontMappers.set(new LatinFont());
    }

    void print(String page, ReportHead head, OutputStream out) throws IOException {
        PaperFace face = fonts.face();
        try (OpenFont han = OpenFont.of(face.file());
                TrueTypeFont latin = LatinFont.open();
                PDDocument sheets = new PDDocument()) {
            TrueTypeFont letters = han.faces().get(face.place());
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePDDocument(sheets);
            use(builder, sheets, face.isWhole() ? letters : latin, LATIN);
            if (!face.isWhole()) use(builder, sheets, letters, HAN);
            builder.useUriResolver((_, _) -> null);
            builder.useExternalResourceAccessControl(
                    (_, _) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.useExternalResourceAccessControl(
                    (_, _) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
            IntPredicate drawn = OpenFont.drawnBy(letters);
            if (!face.isWhole()) drawn = drawn.or(OpenFont.drawnBy(latin));
            String rare = RareLetters.of(page, drawn);
            PaperFace more = rare.isEmpty() ? null : fonts.having(rare).orElse(null);
            if (more == null) {
                finish(builder, sheets, RareLetters.spelled(page, drawn), head, out);
                return;
            }
            try (OpenFont another = OpenFont.of(more.file())) {
                TrueTypeFont rest = another.faces().get(more.place());
                use(builder, sheets, rest, RARE);
                IntPredicate all = drawn.or(OpenFont.drawnBy(rest));
                finish(builder, sheets, RareLetters.spelled(page, all), head, out);
            }
        }
    }

    /// While its fonts are open: their letters are put in when it is saved.
    private void finish(
            PdfRendererBuilder builder,
            PDDocument sheets,
            String page,
            ReportHead head,
            OutputStream out)
            throws IOException {
        builder.withW3cDocument(read(page), null);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            tell(sheets, head);
            sheets.save(out);
        }
    }

    private static void use(
            PdfRendererBuilder builder, PDDocument sheets, TrueTypeFont font, String family)
            throws IOException {
        PDType0Font letters = PDType0Font.load(sheets, font, true);
        builder.useFont(new PDFontSupplier(letters), family, REGULAR, FontStyle.NORMAL, true);
    }

    private void tell(PDDocument sheets, ReportHead head) {
        PDDocumentInformation about = new PDDocumentInformation();
        about.setTitle(Markup.sayable(title(head)));
        about.setSubject(Markup.sayable(language.of(head.headline())));
        about.setCreator("Credit Hub");
        ZonedDateTime asOf = head.asOf().moment().atZone(head.asOf().zone());
        about.setCreationDate(GregorianCalendar.from(asOf));
        sheets.setDocumentInformation(about);
        sheets.setDocumentId(head.asOf().moment().toEpochMilli());
        sheets.getDocumentCatalog().setLanguage(language == ReportLanguage.EN ? "en" : "zh-CN");
        PDViewerPreferences shown = new PDViewerPreferences(new COSDictionary());
        shown.setDisplayDocTitle(true);
        sheets.getDocumentCatalog().setViewerPreferences(shown);
    }

    /// By which a reader tells it from others in a list of windows.
    private String title(ReportHead head) {
        return Stream.of(head.title(), head.place().title(), head.period())
                .map(language::of)
                .collect(Collectors.joining(" · "));
    }

    /// What the hub has written itself, so anything wrong is ours.
    private static Document read(String page) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
        } catch (ParserConfigurationException | SAXException ours) {
            throw new IllegalStateException("a page that is not well-formed", ours);
        }
    }
}
