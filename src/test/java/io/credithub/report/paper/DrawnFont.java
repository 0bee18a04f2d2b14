package io.credithub.report.paper;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A TrueType font in which every letter is a box, so that a test needs no font of the machine.
/// What is read back from a document is the letters all the same.
///
/// @param ranges the letters that it has, each from and to
/// @param rights what its maker lets be done with it: `fsType` of OpenType
public record DrawnFont(List<int[]> ranges, int rights) {
    private static final int[] LATIN = {0x20, 0x7E};
    private static final int[] MARKS = {0xB7, 0xB7};
    private static final int[] PUNCTUATION = {0x2013, 0x2026};
    private static final int[] HAN = {0x4E00, 0x9FFF};
    private static final int[] NONE = {0xFFFF, 0xFFFF};
    private static final int EM = 1_000;

    static DrawnFont whole() {
        return new DrawnFont(List.of(LATIN, MARKS, PUNCTUATION, HAN), 0);
    }

    static DrawnFont withoutLatin() {
        return new DrawnFont(List.of(HAN), 0);
    }

    static DrawnFont withoutHan() {
        return new DrawnFont(List.of(LATIN), 0);
    }

    /// As if the operator had named it.
    public static PaperFonts named() throws IOException {
        Path file = Files.createTempFile("boxes", ".ttf");
        file.toFile().deleteOnExit();
        Files.write(file, whole().bytes());
        return new PaperFonts(() -> Optional.of(file));
    }

    DrawnFont restricted() {
        return new DrawnFont(ranges, 2);
    }

    byte[] bytes() {
        return file(0);
    }

    /// As the only one of a collection.
    byte[] collection() {
        byte[] head = {'t', 't', 'c', 'f', 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 16};
        byte[] font = file(head.length);
        return ByteBuffer.allocate(head.length + font.length).put(head).put(font).array();
    }

    private byte[] file(int shift) {
        Map<String, byte[]> tables = new LinkedHashMap<>();
        tables.put("OS/2", os2());
        tables.put("cmap", cmap());
        tables.put("glyf", glyf());
        tables.put("head", head());
        tables.put("hhea", hhea());
        tables.put("hmtx", hmtx());
        tables.put("loca", loca());
        tables.put("maxp", maxp());
        tables.put("name", name());
        tables.put("post", post());
        return written(out -> {
            ints(out, 0x00010000);
            shorts(out, tables.size(), 128, 3, 32);
            directory(out, tables, shift);
            for (byte[] table : tables.values()) out.write(table);
        });
    }

    private static void directory(DataOutputStream out, Map<String, byte[]> tables, int shift)
            throws IOException {
        int offset = shift + 12 + 16 * tables.size();
        for (Map.Entry<String, byte[]> table : tables.entrySet()) {
            out.write(table.getKey().getBytes(StandardCharsets.US_ASCII));
            ints(out, 0, offset, table.getValue().length);
            offset += table.getValue().length;
        }
    }

    /// With the box of what is missing.
    private int glyphs() {
        return 1 + ranges.stream().mapToInt(range -> range[1] - range[0] + 1).sum();
    }

    private byte[] head() {
        return written(out -> {
            ints(out, 0x00010000, 0x00010000, 0, 0x5F0F3CF5);
            shorts(out, 0, EM);
            ints(out, 0, 0, 0, 0);
            shorts(out, 0, 0, EM, EM, 0, 8, 2, 1, 0);
        });
    }

    private byte[] hhea() {
        return written(out -> {
            ints(out, 0x00010000);
            shorts(out, 880, -120, 0, EM, 0, 0, EM, 1, 0, 0, 0, 0, 0, 0, 0, glyphs());
        });
    }

    private byte[] maxp() {
        return written(out -> {
            ints(out, 0x00010000);
            shorts(out, glyphs(), 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0);
        });
    }

    private byte[] hmtx() {
        return written(out -> {
            shorts(out, EM, 0);
            for (int[] range : ranges) {
                int width = range[0] < 0x2E80 ? EM / 2 : EM;
                for (int letter = range[0]; letter <= range[1]; letter++) shorts(out, width, 0);
            }
        });
    }

    private byte[] glyf() {
        return written(out -> {
            for (int glyph = 0; glyph < glyphs(); glyph++) {
                shorts(out, 1, 50, 0, 450, 700, 3, 0);
                ints(out, 0x01010101);
                shorts(out, 50, 400, 0, -400, 0, 0, 700, 0, 0);
            }
        });
    }

    private byte[] loca() {
        return written(out -> {
            for (int glyph = 0; glyph <= glyphs(); glyph++) ints(out, glyph * 36);
        });
    }

    private byte[] cmap() {
        return written(out -> {
            int segments = ranges.size() + 1;
            shorts(out, 0, 1, 3, 1);
            ints(out, 12);
            shorts(out, 4, 16 + 8 * segments, 0, 2 * segments, 0, 0, 0);
            for (int[] range : ranges) shorts(out, range[1]);
            shorts(out, NONE[1], 0);
            for (int[] range : ranges) shorts(out, range[0]);
            shorts(out, NONE[0]);
            int glyph = 1;
            for (int[] range : ranges) {
                shorts(out, glyph - range[0]);
                glyph += range[1] - range[0] + 1;
            }
            shorts(out, 1);
            for (int segment = 0; segment < segments; segment++) shorts(out, 0);
        });
    }

    private byte[] os2() {
        return written(out -> {
            shorts(out, 2, EM, 400, 5, rights);
            out.write(new byte[22 + 10]);
            ints(out, 0, 0, 0, 0);
            out.write("BOXY".getBytes(StandardCharsets.US_ASCII));
            shorts(out, 0x40, 0x20, 0x9FFF, 880, -120, 0, 880, 120);
            ints(out, 0, 0);
            shorts(out, 500, 700, 0, 0x20, 1, 0);
        });
    }

    private static byte[] name() {
        byte[] boxes = "Boxes".getBytes(StandardCharsets.UTF_16BE);
        return written(out -> {
            shorts(out, 0, 2, 30);
            shorts(out, 3, 1, 0x409, 1, boxes.length, 0);
            shorts(out, 3, 1, 0x409, 6, boxes.length, 0);
            out.write(boxes);
            shorts(out, 0);
        });
    }

    private static byte[] post() {
        return written(out -> ints(out, 0x00030000, 0, 0, 0, 0, 0, 0, 0));
    }

    private static void shorts(DataOutputStream out, int... values) throws IOException {
        for (int value : values) out.writeShort(value);
    }

    private static void ints(DataOutputStream out, int... values) throws IOException {
        for (int value : values) out.writeInt(value);
    }

    private static byte[] written(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return bytes.toByteArray();
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }
}
