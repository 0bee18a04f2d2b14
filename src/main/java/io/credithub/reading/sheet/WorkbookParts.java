package io.credithub.reading.sheet;

import io.credithub.domain.completion.FindingCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a workbook says beside its sheets: which there are, its texts, its styles.
final class WorkbookParts {
    private static final String ROOT = "xl/";
    static final String BOOK = ROOT + "workbook.xml";
    static final String RELATIONS = ROOT + "_rels/workbook.xml.rels";
    static final String TEXTS = ROOT + "sharedStrings.xml";
    static final String STYLES = ROOT + "styles.xml";

    private static final int SHOWN_MAX = 200;
    private static final int SHEETS_MAX = 1_000;
    private static final int TEXTS_MAX = 4_000_000;

    /// Part names by the names of the sheets that one can see, in their order.
    private final Map<String, String> sheets = new LinkedHashMap<>();

    private final List<String> texts = new ArrayList<>();
    private DateFormats formats = DateFormats.none();
    private boolean is1904;

    /// @param parts the small ones, by their names
    static WorkbookParts of(Map<String, byte[]> parts) throws IOException {
        WorkbookParts book = new WorkbookParts();
        PartXml workbook = part(parts, BOOK);
        PartXml relations = part(parts, RELATIONS);
        if (workbook == null || relations == null) {
            throw new UnreadableWorkbook(FindingCode.NO_TABLE, null);
        }
        book.sheets(workbook, targets(relations));
        PartXml styles = part(parts, STYLES);
        if (styles != null) book.formats = DateFormats.read(styles);
        return book;
    }

    private static @Nullable PartXml part(Map<String, byte[]> parts, String name)
            throws IOException {
        byte[] bytes = parts.get(name);
        return bytes == null ? null : new PartXml(new ByteArrayInputStream(bytes));
    }

    private static Map<String, String> targets(PartXml xml) throws IOException {
        Map<String, String> targets = new LinkedHashMap<>();
        while (xml.next()) {
            if (!xml.isStart("Relationship")) continue;
            String id = xml.attribute("Id");
            String target = xml.attribute("Target");
            if (id == null || target == null || targets.size() >= SHEETS_MAX) continue;
            targets.put(id, target.startsWith("/") ? target.substring(1) : ROOT + target);
        }
        return targets;
    }

    private void sheets(PartXml xml, Map<String, String> targets) throws IOException {
        while (xml.next()) {
            if (xml.isStart("workbookPr")) {
                String said = xml.attribute("date1904");
                is1904 = "1".equals(said) || "true".equals(said);
            }
            if (!xml.isStart("sheet")) continue;
            String name = xml.attribute("name");
            String state = xml.attribute("state");
            String id = xml.attribute("id");
            String target = id == null ? null : targets.get(id);
            boolean isVisible = state == null || state.equals("visible");
            if (name != null && target != null && isVisible) sheets.putIfAbsent(name, target);
        }
    }

    /// Reads the texts that cells refer to; they stand in a part of their own.
    void takeTexts(PartXml xml) throws IOException {
        while (xml.next()) {
            if (!xml.isStart("si")) continue;
            StringBuilder text = new StringBuilder();
            SheetRows.inside(xml, text, "si");
            if (texts.size() >= TEXTS_MAX) {
                throw new UnreadableWorkbook(FindingCode.TOO_LONG, "> " + TEXTS_MAX);
            }
            texts.add(SheetRows.unescaped(text.toString()));
        }
    }

    /// @return as nothing if there is no such text: then the workbook is broken
    String text(int number) throws UnreadableWorkbook {
        if (number >= 0 && number < texts.size()) return texts.get(number);
        throw new UnreadableWorkbook(FindingCode.NO_TABLE, TEXTS);
    }

    DateFormats formats() {
        return formats;
    }

    boolean is1904() {
        return is1904;
    }

    /// The name of a sheet that one can see.
    ///
    /// @param asked absent: the first
    /// @throws UnreadableWorkbook if there is none such; it names those that there are
    String sheet(@Nullable String asked) throws UnreadableWorkbook {
        if (asked == null && !sheets.isEmpty()) return sheets.keySet().iterator().next();
        if (asked != null && sheets.containsKey(asked)) return asked;
        throw new UnreadableWorkbook(FindingCode.NO_TABLE, shown());
    }

    private String shown() {
        String names = String.join(", ", sheets.keySet());
        return names.length() > SHOWN_MAX ? names.substring(0, SHOWN_MAX) + "…" : names;
    }

    /// In which part a sheet is.
    String partOf(String sheet) throws UnreadableWorkbook {
        String part = sheets.get(sheet);
        if (part == null) throw new UnreadableWorkbook(FindingCode.NO_TABLE, sheet);
        return part;
    }
}
