package io.credithub.demo;

import io.credithub.demo.answer.AnswerKey;
import io.credithub.demo.answer.ExpectedCredits;
import io.credithub.demo.answer.KeyArithmetic;
import io.credithub.demo.model.Attended;
import io.credithub.demo.model.Details;
import io.credithub.demo.model.Divisions;
import io.credithub.demo.model.Programme;
import io.credithub.demo.model.ProvinceSettings;
import io.credithub.demo.model.ReportedVersion;
import io.credithub.demo.model.SimulatedCopy;
import io.credithub.demo.model.SimulatedTeacher;
import io.credithub.demo.model.Sink;
import io.credithub.demo.model.SourceSystem;
import io.credithub.demo.model.Teachers;
import io.credithub.demo.model.TrainingHistories;
import io.credithub.demo.model.TrainingHistory;
import io.credithub.demo.model.Wording;
import io.credithub.demo.source.NationalFile;
import io.credithub.demo.source.ProvinceDrops;
import io.credithub.demo.source.VendorBatches;
import io.credithub.domain.Hundredths;
import io.credithub.domain.completion.Form;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A synthetic province, made teacher by teacher and never held as a whole: a million records need
/// no more memory than a thousand.
public final class Province {
    private static final int BATCH_RECORDS_MAX = 5_000;
    private static final int ODD_FIGURES = 50;
    private final ProvinceSettings settings;
    private final TrainingHistories lives;

    public Province(ProvinceSettings settings) {
        this.settings = settings;
        lives = new TrainingHistories(settings);
    }

    /// Told after every thousand teachers, and at the end.
    @FunctionalInterface
    public interface ProvinceProgress {
        void reached(int teachers, int of);

        /// Says nothing.
        static ProvinceProgress silent() {
            return (teachers, of) -> {};
        }
    }

    /// What every teacher's trainings must come to, in the order of the roster.
    public Stream<ExpectedCredits> answers() {
        AnswerKey key = new AnswerKey();
        return IntStream.range(0, lives.size()).mapToObj(lives::life).map(key::add);
    }

    /// How many teachers each county answers for, the seconded at home.
    public Map<String, Long> teachersByCounty() {
        Teachers teachers = new Teachers(settings);
        Map<String, Long> counties = new TreeMap<>();
        for (int i = 0; i < teachers.size(); i++) {
            counties.merge(teachers.teacher(i).county().code(), 1L, Long::sum);
        }
        return counties;
    }

    /// Writes rosters, what the three systems have, the answer key, the divisions and a README.
    ///
    /// @param folder empty
    /// @return what was written
    /// @throws IOException if the folder cannot be written
    public ProvinceFiles writeTo(Path folder, ProvinceProgress progress) throws IOException {
        ProvinceFiles files = new ProvinceFiles(folder).created();
        AnswerKey key = new AnswerKey();
        try (Writers writers = new Writers(files, settings)) {
            for (int i = 0; i < lives.size(); i++) {
                TrainingHistory life = lives.life(i);
                writers.roster(life.teacher()).add(life.teacher());
                writers.key.add(key.add(life));
                for (Attended attended : life.attended()) write(life.teacher(), attended, writers);
                if (i % 1000 == 999) progress.reached(i + 1, lives.size());
            }
            writers.key.addFeeds(key);
        }
        Files.write(files.divisions(), Divisions.published());
        Files.writeString(files.readme(), readme(key), StandardCharsets.UTF_8);
        progress.reached(lives.size(), lives.size());
        return files;
    }

    private static void write(SimulatedTeacher teacher, Attended attended, Writers writers)
            throws IOException {
        Programme programme = attended.programme();
        for (SimulatedCopy copy : attended.copies()) {
            for (ReportedVersion sighting : copy.sightings()) {
                String credits = ownFigure(programme, sighting.details(), copy.recordId());
                Wording words = new Wording(teacher, programme, copy, sighting, credits);
                writers.sink(copy.system()).add(words);
            }
        }
    }

    /// Every other record states its system's own credits, and one in fifty of these is off by half
    /// a credit: for the reconciliation to find.
    private static String ownFigure(Programme programme, Details details, String recordId) {
        int lot = Math.floorMod(recordId.hashCode(), 2 * ODD_FIGURES);
        boolean unsplit = programme.form() == Form.BLENDED && !details.isSplit(Form.BLENDED);
        long award = KeyArithmetic.award(programme.level(), programme.form(), details);
        if (lot >= ODD_FIGURES || unsplit || award == 0) return "";
        return Hundredths.text(lot == 0 ? award + 50 : award);
    }

    private String readme(AnswerKey key) {
        long delivered = 0;
        for (SourceSystem system : SourceSystem.values()) delivered += key.feed(system).delivered();
        return ProvinceReadme.text(settings, delivered);
    }

    /// Everything that is open while the province is written.
    private static final class Writers implements AutoCloseable {
        private final RosterCsvWriter roster;
        private final RosterCsvWriter lateRoster;
        private final KeyFiles key;
        private final Map<SourceSystem, Sink> sinks = new EnumMap<>(SourceSystem.class);

        Writers(ProvinceFiles files, ProvinceSettings settings) throws IOException {
            roster = new RosterCsvWriter(files.roster());
            lateRoster = new RosterCsvWriter(files.lateRoster());
            key = new KeyFiles(files.folder());
            sinks.put(SourceSystem.NATIONAL, new NationalFile(files.national()));
            sinks.put(
                    SourceSystem.PROVINCE,
                    new ProvinceDrops(
                            files.provinceDrop(), files.differingKey(), settings.today()));
            sinks.put(SourceSystem.VENDOR, new VendorBatches(files.vendor(), BATCH_RECORDS_MAX));
        }

        RosterCsvWriter roster(SimulatedTeacher teacher) {
            return teacher.late() ? lateRoster : roster;
        }

        Sink sink(SourceSystem system) {
            Sink sink = sinks.get(system);
            if (sink == null) throw new IllegalStateException("no file for " + system);
            return sink;
        }

        @Override
        public void close() throws IOException {
            for (Sink sink : sinks.values()) sink.close();
            key.close();
            lateRoster.close();
            roster.close();
        }
    }
}
