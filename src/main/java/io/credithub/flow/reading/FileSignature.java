package io.credithub.flow.reading;

import io.credithub.domain.Text;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A workbook, an archive or a printed page, told by its first bytes whatever its name says. None
/// is a text, and none can be read as records.
public enum FileSignature {
    ZIP("504b0304", "ZIP 压缩包或 Excel 工作簿(.xlsx)", "a ZIP archive or Excel workbook (.xlsx)"),
    EMPTY_ZIP("504b0506", "空的 ZIP 压缩包", "an empty ZIP archive"),
    SPANNED_ZIP("504b0708", "分卷 ZIP 压缩包", "a part of a ZIP archive"),
    OLE("d0cf11e0a1b11ae1", "旧版 Office 文件(.xls)", "an Office file of the old kind (.xls)"),
    GZIP("1f8b08", "gzip 压缩文件", "a gzip file"),
    PDF("255044462d", "PDF 文件", "a PDF file"),
    SEVEN_ZIP("377abcaf271c", "7z 压缩包", "a 7z archive"),
    RAR("526172211a07", "RAR 压缩包", "a RAR archive"),
    BZIP2("425a68", "bzip2 压缩文件", "a bzip2 file"),
    XZ("fd377a585a00", "xz 压缩文件", "an xz file"),
    ZSTANDARD("28b52ffd", "zstd 压缩文件", "a zstd file"),
    PNG("89504e470d0a1a0a", "PNG 图片", "a PNG image"),
    JPEG("ffd8ff", "JPEG 图片", "a JPEG image"),
    TIFF_LITTLE("49492a00", "TIFF 图片", "a TIFF image"),
    TIFF_BIG("4d4d002a", "TIFF 图片", "a TIFF image"),
    SQLITE("53514c69746520666f726d6174203300", "SQLite 数据库", "an SQLite database");

    /// So many bytes are enough to tell.
    public static final int BYTES = 16;

    /// Where bzip2 has the magic of its first block: three letters alone may be a text.
    private static final byte[] BZIP2_BLOCK = HexFormat.of().parseHex("314159265359");

    private final byte[] signature;
    private final Text text;

    FileSignature(String hex, String zh, String en) {
        this.signature = HexFormat.of().parseHex(hex);
        this.text = new Text(zh, en);
    }

    /// What it is.
    public Text text() {
        return text;
    }

    /// @return null if it may be a text
    public static @Nullable FileSignature of(Content content) throws IOException {
        try (InputStream in = content.open()) {
            return of(in.readNBytes(BYTES));
        }
    }

    /// @param start at least the first [#BYTES] bytes, if there are so many
    /// @return null if it may be a text
    public static @Nullable FileSignature of(byte[] start) {
        for (FileSignature one : values()) if (one.begins(start)) return one;
        return null;
    }

    private boolean begins(byte[] start) {
        if (!has(start, 0, signature)) return false;
        return this != BZIP2 || has(start, signature.length + 1, BZIP2_BLOCK);
    }

    private static boolean has(byte[] start, int from, byte[] wanted) {
        int to = from + wanted.length;
        return start.length >= to && Arrays.equals(start, from, to, wanted, 0, wanted.length);
    }
}
