package io.credithub.demo;

import io.credithub.demo.answer.AnswerKey;
import io.credithub.demo.answer.ExpectedCredits;
import io.credithub.demo.answer.KeyRecord;
import io.credithub.demo.answer.KeyRecords;
import io.credithub.demo.answer.KeyRegister;
import io.credithub.demo.answer.OwnFigures;
import io.credithub.demo.answer.TeacherAnswer;
import io.credithub.demo.injected.InjectedCase;
import io.credithub.demo.injected.InjectedRecord;
import io.credithub.demo.injected.Injections;
import io.credithub.demo.injected.OfficialProgramme;
import io.credithub.demo.model.Attended;
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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A synthetic province, made teacher by teacher and never held as a whole: a million records need
/// no more memory than a thousand.
public final class Province {
    private static final int BATCH_RECORDS_MAX = 5_000;
    private final ProvinceSettings settings;
    private final TrainingHistories lives;
    private final Injections injections;

    /// A province in which nothing is planted.
    public Province(ProvinceSettings settings) {
        this(settings, 0);
    }

    /// @param planted so many cases of each kind, as far as there are teachers
    public Province(ProvinceSettings settings, int planted) {
        this.settings = settings;
        lives = new TrainingHistories(settings);
        injections = new Injections(settings, planted);
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

    /// How many cases are planted in it.
    public int planted() {
        return injections.size();
    }

    /// What every teacher's trainings must come to, in the order of the roster.
    public Stream<ExpectedCredits> answers() {
        return answered().map(TeacherAnswer::credits);
    }

    /// The same, with the breaks that must be found.
    public Stream<TeacherAnswer> answered() {
        AnswerKey key = new AnswerKey(new KeyRegister(registered()));
        return IntStream.range(0, lives.size())
                .mapToObj(lives::life)
                .map(life -> key.add(life, injections.of(life.teacher())));
    }

    /// The programme register: all that have a code.
    public Stream<OfficialProgramme> registered() {
        return Stream.concat(
                TrainingHistories.offered(settings).map(p -> new OfficialProgramme(p, List.of())),
                injections.registered());
    }

    /// Of every teacher all records that are given to them in the end, in the order of the roster.
    public Stream<List<KeyRecord>> records() {
        return IntStream.range(0, lives.size())
                .mapToObj(lives::life)
                .map(life -> {
                    List<KeyRecord> records = new ArrayList<>(KeyRecords.of(life));
                    injections
                            .of(life.teacher())
                            .ifPresent(planted -> records.addAll(KeyRecords.of(planted)));
                    return records;
                });
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
        AnswerKey key = new AnswerKey(new KeyRegister(registered()));
        RegisterCsvWriter.write(files.programmes(), registered());
        try (Writers writers = new Writers(files, settings)) {
            for (int i = 0; i < lives.size(); i++) {
                TrainingHistory life = lives.life(i);
                writers.roster(life.teacher()).add(life.teacher());
                Optional<InjectedCase> planted = injections.of(life.teacher());
                writers.key.add(key.add(life, planted));
                for (Attended attended : life.attended()) write(life.teacher(), attended, writers);
                if (planted.isPresent()) write(planted.get(), writers);
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
                String credits = OwnFigures.of(programme, sighting.details(), copy.recordId());
                Wording words = new Wording(teacher, programme, copy, sighting, credits, "");
                writers.sink(copy.system()).add(words);
            }
        }
    }

    private static void write(InjectedCase planted, Writers writers) throws IOException {
        writers.key.add(planted);
        for (InjectedRecord record : planted.records()) {
            for (ReportedVersion sighting : record.copy().sightings()) {
                writers.sink(record.copy().system())
                        .add(
                                new Wording(
                                        record.named(),
                                        record.told(),
                                        record.copy(),
                                        sighting,
                                        record.credits(),
                                        record.role()));
            }
        }
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
