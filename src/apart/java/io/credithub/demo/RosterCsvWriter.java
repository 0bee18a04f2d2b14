package io.credithub.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.credithub.demo.model.SimulatedSchool;
import io.credithub.demo.model.SimulatedTeacher;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Writes teachers in the roster format: UTF-8, comma, LF, header, empty for absent.
public final class RosterCsvWriter implements AutoCloseable {
    private static final String HEADER =
            "teacher_no,id_type,id_number,name,birth_date,school_code,school_name,division_code,status,confirmed_on,transferred_on,home_school_code,home_division_code,left_on";
    private final CsvWriter out;

    public RosterCsvWriter(Path file) throws IOException {
        out = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file);
        out.writeRecord(HEADER.split(","));
    }

    public void add(SimulatedTeacher teacher) {
        SimulatedSchool home = teacher.homeSchool();
        out.writeRecord(
                teacher.number(),
                teacher.idType(),
                teacher.idNumber(),
                teacher.name(),
                teacher.birthDate().toString(),
                teacher.school().code(),
                teacher.school().name(),
                teacher.school().division().code(),
                teacher.status().name(),
                text(teacher.confirmedOn()),
                text(teacher.transferredOn()),
                home == null ? "" : home.code(),
                home == null ? "" : home.division().code(),
                text(teacher.leftOn()));
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
