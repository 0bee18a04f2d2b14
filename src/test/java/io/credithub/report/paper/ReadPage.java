package io.credithub.report.paper;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// A page as an XML parser reads it, which forgives nothing.
record ReadPage(Document document) {
    static ReadPage of(String html) {
        try {
            return new ReadPage(
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(html))));
        } catch (ParserConfigurationException | SAXException | IOException notWellFormed) {
            throw new AssertionError("the page is not well-formed", notWellFormed);
        }
    }

    List<Element> all(String tag) {
        return elements(document.getElementsByTagName(tag));
    }

    Element one(String tag) {
        return all(tag).getFirst();
    }

    List<String> texts(String tag) {
        return all(tag).stream().map(Element::getTextContent).map(String::strip).toList();
    }

    /// The cells of the first row of a part of a table.
    List<String> firstRow(String part, int table) {
        Element row = elements(all(part).get(table).getElementsByTagName("tr")).getFirst();
        return elements(row.getElementsByTagName("*")).stream()
                .filter(cell -> cell.getTagName().equals("th") || cell.getTagName().equals("td"))
                .map(Element::getTextContent)
                .toList();
    }

    /// A column of a table's rows, without what stands above and below.
    List<String> columnOf(int table, int column) {
        List<String> cells = new ArrayList<>();
        for (Element row : elements(all("tbody").get(table).getElementsByTagName("tr"))) {
            cells.add(elements(row.getElementsByTagName("*")).get(column).getTextContent());
        }
        return cells;
    }

    List<Attr> attributes() {
        List<Attr> attributes = new ArrayList<>();
        for (Element element : all("*")) {
            NamedNodeMap of = element.getAttributes();
            for (int i = 0; i < of.getLength(); i++) attributes.add((Attr) of.item(i));
        }
        return attributes;
    }

    List<String> values(String attribute) {
        return attributes().stream()
                .filter(one -> one.getName().equals(attribute))
                .map(Attr::getValue)
                .toList();
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) elements.add((Element) nodes.item(i));
        return elements;
    }
}
