package io.credithub.report.paper;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportSection;
import io.credithub.report.ReadBack;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// Reads a page by its elements.
public final class HtmlReadBack implements ReadBack {
    @Override
    public List<ReadSection> read(byte[] file, List<ReportSection> sections) {
        List<Element> written = ReadPage.of(new String(file, UTF_8)).all("section");
        if (written.size() != sections.size()) throw new AssertionError(written.size());
        List<ReadSection> read = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            NodeList notes = written.get(i).getElementsByTagName("p");
            String count = notes.item(notes.getLength() - 1).getTextContent();
            read.add(new ReadSection(rows(count), totals(written.get(i), sections.get(i))));
        }
        return read;
    }

    /// Of `共 2,345 行`.
    static long rows(String count) {
        return Long.parseLong(count.replaceAll("[^0-9]", ""));
    }

    private static Map<String, Long> totals(Element section, ReportSection meant) {
        Map<String, Long> totals = new LinkedHashMap<>();
        NodeList feet = section.getElementsByTagName("tfoot");
        if (feet.getLength() == 0) return totals;
        Element foot = (Element) feet.item(0);
        Element word = (Element) foot.getElementsByTagName("th").item(0);
        int column = Integer.parseInt(word.getAttribute("colspan"));
        NodeList cells = foot.getElementsByTagName("td");
        for (int i = 0; i < cells.getLength(); i++) {
            put(totals, meant.table().columns().get(column + i), cells.item(i).getTextContent());
        }
        return totals;
    }

    static void put(Map<String, Long> totals, ReportColumn column, String printed) {
        if (printed.isEmpty()) return;
        BigDecimal decimal = new BigDecimal(printed.replace(",", ""));
        totals.put(column.key(), ReadBack.amount(column.type(), decimal));
    }
}
