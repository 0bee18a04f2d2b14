package io.credithub.demo.bench;

import io.credithub.demo.RosterCsvWriter;
import io.credithub.demo.answer.KeyArithmetic;
import io.credithub.demo.model.Details;
import io.credithub.demo.model.DistinctPersons;
import io.credithub.demo.model.HoursText;
import io.credithub.demo.model.Programme;
import io.credithub.demo.model.SimulatedTeacher;
import io.credithub.demo.model.SourceSystem;
import io.credithub.demo.model.Wording;
import io.credithub.demo.source.CsvDrop;
import io.credithub.demo.source.VendorFormat;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// One big export of the provincial platform for the bench, and the same facts as the lines that
/// [SqlBaseline] copies: both ways are fed alike. Never held as a whole.
public final class BenchFile {
    /// Where rows begin that are written for one purpose only, in multiples of the records.
    private static final int FEW_FROM = 10;

    private static final int ONE_FROM = 11;
    private static final int FEW_ROWS = 10;
    private static final int RECORDS_MAX = 20_000_000;
    private static final long TEACHER_STEP = 7_919;
    private static final OffsetDateTime STATED_AT =
            OffsetDateTime.of(2026, 8, 31, 20, 0, 0, 0, ZoneOffset.ofHours(8));
    private static final int PUSH_ROWS = 1_000;
    private final int records;
    private final BenchRows rows;

    /// @param records 1 to 20 million; every teacher has twenty of them
    /// @throws IllegalArgumentException if there are none or too many
    public BenchFile(int records, long seed) {
        if (records < 1 || records > RECORDS_MAX) {
            throw new IllegalArgumentException("records must be 1 to " + RECORDS_MAX);
        }
        this.records = records;
        this.rows = new BenchRows(records, seed);
    }

    /// What was written.
    ///
    /// @param csv GB18030, with its manifest and done-file beside it
    /// @param roster of exactly the teachers that the file names
    /// @param copyLines text format of `COPY`: source, record_id, teacher_id, name, course_code,
    ///   course_name, level, form, hours, grade, started_on, completed_on, school_code
    /// @param creditHundredths what all records together must earn
    public record Written(
            Path csv,
            Path roster,
            Path copyLines,
            int records,
            int teachers,
            long hourHundredths,
            long creditHundredths) {}

    /// @param folder made if it is not there; files of these names are written over
    /// @throws IOException if the folder cannot be written
    public Written writeTo(Path folder) throws IOException {
        Path drop = Files.createDirectories(folder.resolve("drop"));
        Path csv = drop.resolve("sx-bench-" + records + ".csv");
        Path lines = folder.resolve("baseline.copy");
        Path roster = folder.resolve("roster.csv");
        writeRoster(roster, rows);
        CsvDrop export = new CsvDrop(csv, STATED_AT, DistinctPersons::scattered);
        long hours = 0;
        long credits = 0;
        try (Writer copy = Files.newBufferedWriter(lines)) {
            for (int row = 0; row < records; row++) {
                Wording words = rows.row(row);
                export.add(words);
                copy.write(copyLine(words));
                hours += words.hourHundredths();
                Programme programme = words.programme();
                Details details = words.sighting().details();
                credits += KeyArithmetic.award(programme.level(), programme.form(), details);
            }
        }
        export.finish();
        int teachers = rows.teachers().size();
        return new Written(csv, roster, lines, records, teachers, hours, credits);
    }

    /// Another export, of trainings that [#writeTo] did not write.
    ///
    /// @param count at most as many as there are records
    public Path writeMore(Path folder, int count) throws IOException {
        Path csv = Files.createDirectories(folder).resolve("sx-bench-more-" + count + ".csv");
        CsvDrop export = new CsvDrop(csv, STATED_AT, DistinctPersons::scattered);
        for (int row = records; row < records + count; row++) export.add(rows.row(row));
        export.finish();
        return csv;
    }

    /// An export of ten trainings that nothing else has.
    ///
    /// @param number of the export, from 0
    public Path writeFew(Path folder, int number) throws IOException {
        Path csv = Files.createDirectories(folder).resolve("sx-bench-few-" + number + ".csv");
        CsvDrop export = new CsvDrop(csv, STATED_AT, DistinctPersons::scattered);
        int first = FEW_FROM * records + number * FEW_ROWS;
        for (int row = first; row < first + FEW_ROWS; row++) export.add(rows.row(row));
        export.finish();
        return csv;
    }

    /// A push of one training that nothing else has.
    ///
    /// @param number of the push, from 0
    public byte[] one(int number) {
        StringBuilder body = new StringBuilder(512);
        VendorFormat.append(body, rows.row(ONE_FROM * records + number));
        return body.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    /// A push of 1 000 trainings that neither export has: canonical NDJSON.
    ///
    /// @param number of the push, from 0
    public byte[] push(int number) {
        StringBuilder body = new StringBuilder(PUSH_ROWS * 512);
        int first = 2 * records + number * PUSH_ROWS;
        for (int row = first; row < first + PUSH_ROWS; row++) {
            VendorFormat.append(body, rows.row(row));
            body.append('\n');
        }
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// The numbers of some of the teachers, every one as likely.
    public List<String> someTeachers(int count) {
        List<SimulatedTeacher> all = rows.teachers();
        List<String> some = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            some.add(all.get(Math.toIntExact(i * TEACHER_STEP % all.size())).number());
        }
        return some;
    }

    private static void writeRoster(Path file, BenchRows rows) throws IOException {
        try (RosterCsvWriter roster = new RosterCsvWriter(file)) {
            for (SimulatedTeacher teacher : rows.teachers()) roster.add(teacher);
        }
    }

    private static String copyLine(Wording words) {
        Programme programme = words.programme();
        return String.join(
                        "\t",
                        SourceSystem.PROVINCE.feed(),
                        words.recordId(),
                        words.teacherNo(),
                        words.name(),
                        words.programmeCode(),
                        words.programmeName(),
                        programme.level().name(),
                        programme.form().name(),
                        HoursText.of(words.hourHundredths()),
                        words.grade().name(),
                        words.startedOn(),
                        words.completedOn(),
                        words.teacher().school().code())
                + "\n";
    }
}
