package io.credithub.demo;

import io.credithub.demo.Population.Person;
import io.credithub.demo.answer.AnswerKey;
import io.credithub.demo.answer.DeclaredMonth;
import io.credithub.demo.answer.ExpectedCredits;
import io.credithub.demo.answer.KeyCrowds;
import io.credithub.demo.answer.KeyMonths;
import io.credithub.demo.answer.KeyRecord;
import io.credithub.demo.answer.KeyRecords;
import io.credithub.demo.answer.KeyRegister;
import io.credithub.demo.answer.LoneRecord;
import io.credithub.demo.answer.OwnFigures;
import io.credithub.demo.answer.TeacherAnswer;
import io.credithub.demo.injected.EnrolmentList;
import io.credithub.demo.injected.InjectedCase;
import io.credithub.demo.injected.InjectedRecord;
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
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A synthetic province, made teacher by teacher and never held as a whole: a million records need
/// no more memory than a thousand.
public final class Province {
    private static final int BATCH_RECORDS_MAX = 5_000;
    private final ProvinceSettings settings;
    private final int ofEachKind;
    private final Population people;

    /// A province in which nothing is planted.
    public Province(ProvinceSettings settings) {
        this(settings, 0);
    }

    /// @param planted so many cases of each kind, as far as there are teachers
    public Province(ProvinceSettings settings, int planted) {
        this(List.of(settings), planted);
    }

    /// Several provinces that one hub has, by their places.
    ///
    /// @param planted so many cases of each kind in each of them
    /// @throws IllegalArgumentException if there are none, or two have one place
    public Province(List<ProvinceSettings> provinces, int planted) {
        long places = provinces.stream().mapToInt(ProvinceSettings::place).distinct().count();
        if (places == 0 || places < provinces.size()) {
            throw new IllegalArgumentException("each province has a place of its own");
        }
        settings = provinces.getFirst();
        ofEachKind = planted * provinces.size();
        people = new Population(provinces, planted);
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
        return people.planted();
    }

    /// Everything that is planted, but for what months are declared wrongly.
    public Stream<InjectedCase> cases() {
        return people.cases();
    }

    /// Who is enrolled in what, where something is planted about it.
    public Stream<EnrolmentList> lists() {
        return people.lists();
    }

    /// What every teacher's trainings must come to, in the order of the roster.
    public Stream<ExpectedCredits> answers() {
        return answered().map(TeacherAnswer::credits);
    }

    /// The same, with the breaks that must be found.
    public Stream<TeacherAnswer> answered() {
        AnswerKey key = key();
        return people.persons().map(one -> key.add(one.life(), one.planted()));
    }

    /// A record of a school year that may be taken back: of a teacher at whom nothing is planted.
    public Optional<LoneRecord> lone(int schoolYear) {
        AnswerKey key = key();
        return people.persons()
                .filter(one -> one.planted().isEmpty())
                .flatMap(one -> key.lone(one.life(), schoolYear).stream())
                .findFirst();
    }

    private AnswerKey key() {
        return new AnswerKey(
                new KeyRegister(registered()), KeyCrowds.of(cases()), settings.today());
    }

    /// What the feeds declare of their months, of which some are wrong; nothing if nothing is
    /// planted.
    public List<DeclaredMonth> declared() {
        if (planted() == 0) return List.of();
        KeyMonths months = new KeyMonths();
        people.persons().forEach(one -> months.add(one.life(), one.planted()));
        return months.declared(ofEachKind, settings.seed());
    }

    /// The programme register: all that have a code.
    public Stream<OfficialProgramme> registered() {
        return people.registered();
    }

    /// Of every teacher all records that are given to them in the end, in the order of the roster.
    public Stream<List<KeyRecord>> records() {
        return people.persons()
                .map(one -> {
                    List<KeyRecord> records = new ArrayList<>(KeyRecords.of(one.life()));
                    one.planted().ifPresent(found -> records.addAll(KeyRecords.of(found)));
                    return records;
                });
    }

    /// How many teachers each county answers for, the seconded at home.
    public Map<String, Long> teachersByCounty() {
        Map<String, Long> counties = new TreeMap<>();
        people.teachers().forEach(one -> counties.merge(one.county().code(), 1L, Long::sum));
        return counties;
    }

    /// Writes rosters, what the systems have, the answer key, the divisions and a README.
    ///
    /// @param folder empty
    /// @return what was written
    /// @throws IOException if the folder cannot be written
    public ProvinceFiles writeTo(Path folder, ProvinceProgress progress) throws IOException {
        ProvinceFiles files = new ProvinceFiles(folder).created();
        AnswerKey key = key();
        RegisterCsvWriter.write(files.programmes(), registered());
        try (Writers writers = new Writers(files, settings)) {
            int written = 0;
            for (Iterator<Person> all = people.persons().iterator(); all.hasNext(); ) {
                Person one = all.next();
                TrainingHistory life = one.life();
                writers.roster(life.teacher()).add(life.teacher());
                writers.key.add(key.add(life, one.planted()));
                for (Attended attended : life.attended()) write(life.teacher(), attended, writers);
                if (one.planted().isPresent()) write(one.planted().get(), writers);
                if (++written % 1000 == 0) progress.reached(written, people.size());
            }
            writers.key.addFeeds(key);
        }
        Files.write(files.divisions(), Divisions.published());
        Files.writeString(files.readme(), readme(key), StandardCharsets.UTF_8);
        progress.reached(people.size(), people.size());
        return files;
    }

    /// Writes the roster of those to whom something happened before anything had come.
    ///
    /// @throws IOException if the file cannot be written
    public void writeEarly(Path roster) throws IOException {
        try (RosterCsvWriter early = new RosterCsvWriter(roster)) {
            for (Iterator<InjectedCase> all = cases().iterator(); all.hasNext(); ) {
                InjectedCase planted = all.next();
                if (planted.kind().isEarly()) early.add(planted.teacher());
            }
        }
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
            sinks.put(SourceSystem.VENDOR, pushed(files.vendor(), files.vendorLater()));
            sinks.put(SourceSystem.AGENCY, pushed(files.agency(), files.agencyLater()));
        }

        private static Sink pushed(Path folder, Path later) {
            return new VendorBatches(folder, later, BATCH_RECORDS_MAX);
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
