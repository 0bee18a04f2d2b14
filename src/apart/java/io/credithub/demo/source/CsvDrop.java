package io.credithub.demo.source;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.credithub.demo.model.DistinctPersons;
import io.credithub.demo.model.JsonText;
import io.credithub.demo.model.Wording;
import io.credithub.domain.Hundredths;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.function.Supplier;

/// One export of the provincial platform: a GB18030 file, then its manifest, then its done-file.
public final class CsvDrop {
    public static final Charset GB18030 = Charset.forName("GB18030");
    private final Path file;
    private final OffsetDateTime statedAt;
    private final MessageDigest digest;
    private final CsvWriter out;
    private final ControlTotals totals;
    private final ControlTotals sound;

    /// @param statedAt when the platform made the export
    /// @param persons how this file tells one person from another; one for each count
    public CsvDrop(Path file, OffsetDateTime statedAt, Supplier<DistinctPersons> persons)
            throws IOException {
        totals = new ControlTotals(persons.get());
        sound = new ControlTotals(persons.get());
        this.file = file;
        this.statedAt = statedAt;
        digest = sha256();
        OutputStream plain = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        out = CsvWriter.builder().build(new DigestOutputStream(plain, digest), GB18030);
        ProvinceFormat.head(out);
    }

    public void add(Wording words) {
        ProvinceFormat.write(out, words);
        totals.add(words);
        if (words.sighting().fault() == null) sound.add(words);
    }

    /// Whether its manifest declares what nobody can receive: hours and persons of records that are
    /// spoilt.
    boolean differs() {
        return totals.hourHundredths() != sound.hourHundredths()
                || totals.persons() != sound.persons();
    }

    /// Closes the file; only then is there a manifest, and only then the word that both are done.
    public void finish() throws IOException {
        out.close();
        String sha256 = HexFormat.of().formatHex(digest.digest());
        describe(file, sha256);
    }

    /// As [#finish], and drops the same bytes once more under another name.
    void finishTwice(Path again) throws IOException {
        out.close();
        String sha256 = HexFormat.of().formatHex(digest.digest());
        describe(file, sha256);
        Files.copy(file, again);
        describe(again, sha256);
    }

    private void describe(Path data, String sha256) throws IOException {
        StringBuilder json = new StringBuilder();
        JsonText manifest = JsonText.object(json).text("file", data.getFileName().toString());
        manifest.text("sha256", sha256).raw("records", Long.toString(totals.records()));
        manifest.raw("persons", Long.toString(totals.persons()));
        manifest.text("hours", Hundredths.text(totals.hourHundredths()));
        manifest.text("statedAt", statedAt.format(ISO_OFFSET_DATE_TIME)).end();
        Files.writeString(data.resolveSibling(data.getFileName() + ".manifest.json"), json);
        Files.writeString(data.resolveSibling(data.getFileName() + ".done"), "");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
