package io.credithub.reading.sheet;

import io.credithub.domain.completion.FindingCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The elements of one part, one after another. UTF-8 whatever it says of itself, no entities but
/// XML's own, nothing from elsewhere.
final class PartXml {
    private static final int DEPTH_MAX = 32;
    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader xml;
    private int depth;

    PartXml(InputStream in) throws IOException {
        try {
            xml = FACTORY.createXMLStreamReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (XMLStreamException bad) {
            throw told(bad);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    /// Goes to the next start or end of an element.
    ///
    /// @return false behind the last
    boolean next() throws IOException {
        return next(null, 0);
    }

    /// The same, with the text on the way to it.
    ///
    /// @param lengthMax more of the text is left out, but for one character more
    boolean next(@Nullable StringBuilder text, int lengthMax) throws IOException {
        try {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > DEPTH_MAX) {
                            throw new UnreadableWorkbook(FindingCode.NO_TABLE, null);
                        }
                        return true;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        return true;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> {
                        if (text != null) add(text, lengthMax);
                    }
                    default -> {
                        // of no meaning in a workbook
                    }
                }
            }
            return false;
        } catch (XMLStreamException bad) {
            throw told(bad);
        }
    }

    private void add(StringBuilder text, int lengthMax) {
        int room = lengthMax + 1 - text.length();
        int length = Math.min(room, xml.getTextLength());
        if (length > 0) text.append(xml.getTextCharacters(), xml.getTextStart(), length);
    }

    boolean isStart(String name) {
        return xml.isStartElement() && xml.getLocalName().equals(name);
    }

    boolean isEnd(String name) {
        return xml.isEndElement() && xml.getLocalName().equals(name);
    }

    /// @param name without its prefix
    @Nullable String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) return xml.getAttributeValue(i);
        }
        return null;
    }

    /// What a disk or a bound said goes on as it is; what the parser says is no workbook.
    private static IOException told(XMLStreamException bad) {
        for (Throwable cause = bad; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException failure) return failure;
        }
        Throwable nested = bad.getNestedException();
        if (nested instanceof IOException failure) return failure;
        return new UnreadableWorkbook(FindingCode.NO_TABLE, null);
    }
}
