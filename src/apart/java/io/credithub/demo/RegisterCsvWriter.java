package io.credithub.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.credithub.demo.injected.OfficialProgramme;
import io.credithub.demo.model.HoursText;
import io.credithub.demo.model.Programme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes the programme register as the hub takes it in.
final class RegisterCsvWriter {
    private static final String HEADER =
            "code,name,aliases,level,form,hours,organiser,starts_on,ends_on";

    private RegisterCsvWriter() {}

    static void write(Path file, Stream<OfficialProgramme> entries) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
            csv.writeRecord(HEADER.split(","));
            for (Iterator<OfficialProgramme> all = entries.iterator(); all.hasNext(); ) {
                OfficialProgramme one = all.next();
                Programme programme = one.programme();
                csv.writeRecord(
                        told(programme.code()),
                        programme.name(),
                        String.join("|", one.aliases()),
                        programme.level().name(),
                        programme.form().name(),
                        HoursText.of(programme.hourHundredths()),
                        told(programme.organiser()),
                        one.startsOn().toString(),
                        one.endsOn().toString());
            }
        }
    }

    private static String told(@Nullable String text) {
        return text == null ? "" : text;
    }
}
