package io.credithub.flow.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FileSignatureTest {
    @Test
    void whatIsPackedIsToldByItsFirstBytes() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("xl/workbook.xml"));
        }
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write('a');
        }
        assertThat(FileSignature.of(Content.of(zip.toByteArray()))).isEqualTo(FileSignature.ZIP);
        assertThat(FileSignature.of(Content.of(gzip.toByteArray()))).isEqualTo(FileSignature.GZIP);
    }

    @ParameterizedTest
    @CsvSource({
        "504b050600000000000000000000000000000000, EMPTY_ZIP",
        "d0cf11e0a1b11ae10000, OLE",
        "255044462d312e37, PDF",
        "377abcaf271c0004, SEVEN_ZIP",
        "526172211a070100, RAR",
        "526172211a0700, RAR",
        "425a6839314159265359, BZIP2",
        "fd377a585a0000, XZ",
        "89504e470d0a1a0a, PNG"
    })
    void theSignaturesAreTheirMakers(String hex, FileSignature signature) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertEquals(signature, FileSignature.of(bytes));
        for (int length = 0; length < 2; length++) {
            assertThat(FileSignature.of(java.util.Arrays.copyOf(bytes, length))).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "记录编号,版本",
                "PK,记录编号",
                "BZh91AY,another text",
                "%PDF is the first column",
                "Rar!,text",
                "\uFEFF[]",
                "{\"recordId\":\"1\"}"
            })
    void aTextIsNone(String text) {
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, Charset.forName("GB18030")}) {
            assertThat(FileSignature.of(text.getBytes(charset))).isNull();
        }
    }
}
