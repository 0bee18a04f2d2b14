package io.credithub.reading.sheet;

import io.credithub.flow.reading.Content;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A workbook of one sheet, written part by part, as no spreadsheet would.
public final class HandMadeBook {
    private static final String MAIN =
            "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r="
                    + "\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    public HandMadeBook() {
        with(
                "xl/workbook.xml",
                ("<workbook %s><sheets><sheet name=\"项目\" sheetId=\"1\" r:id=\"a\"/></sheets>"
                                + "</workbook>")
                        .formatted(MAIN));
        with(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"a\""
                        + " Target=\"worksheets/sheet1.xml\"/></Relationships>");
    }

    /// A part as it is, in place of any of that name.
    public HandMadeBook with(String part, String xml) {
        return with(part, xml.getBytes(StandardCharsets.UTF_8));
    }

    public HandMadeBook with(String part, byte[] bytes) {
        parts.put(part, bytes);
        return this;
    }

    /// @param rows inside `sheetData`
    public HandMadeBook rows(String rows) {
        return sheet("<worksheet %s><sheetData>%s</sheetData></worksheet>".formatted(MAIN, rows));
    }

    public HandMadeBook sheet(String xml) {
        return with("xl/worksheets/sheet1.xml", xml);
    }

    public byte[] bytes() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    public Content content() {
        return Content.of(bytes());
    }
}
