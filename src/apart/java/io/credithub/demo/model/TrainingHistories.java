package io.credithub.demo.model;

import io.credithub.demo.model.ProgrammeCatalogue.Place;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What every teacher attended, and what the systems made of it: a function of seed and index.
public final class TrainingHistories {
    private static final int SETTLING_DAYS = 14;
    private static final int SERIALS = 1_000;
    private static final int APART_DAYS = 40;

    /// By as much a correction may move a training.
    private static final int MOVED_DAYS_MAX = 5;

    private static final int SLOTS = 40;
    private static final int[] DECIDED = {100, 200, 300, 500, 800, 1200, 1500};

    private final ProvinceSettings settings;
    private final Teachers teachers;
    private final ProgrammeCatalogue programmes;

    public TrainingHistories(ProvinceSettings settings) {
        this.settings = settings;
        teachers = new Teachers(settings);
        programmes = new ProgrammeCatalogue(settings);
    }

    public int size() {
        return teachers.size();
    }

    /// @param index of the teacher, 0 to below the size
    public TrainingHistory life(int index) {
        SimulatedTeacher teacher = teachers.teacher(index);
        SeededRandom dice = SeededRandom.at(settings.seed() ^ 0x4c49564553L, index);
        List<Attended> attended = new ArrayList<>();
        Serial serial = new Serial(teacher.index());
        int first = Math.max(SimulatedYears.FIRST, teacher.firstYear());
        for (int year = first; year <= SimulatedYears.lastBy(settings.today()); year++) {
            for (CourseOffer offer : CourseOffer.values()) {
                if (!dice.perMille(offer.perMille())) continue;
                Programme programme = programme(offer, year, teacher, dice.below(SLOTS));
                if (isSettled(programme) && isApart(programme, attended))
                    attended.add(new Visit(dice, teacher, programme).seen(year, serial));
            }
        }
        return new TrainingHistory(teacher, attended);
    }

    /// Nobody is in presence at two trainings at once, nor at one of a kind twice in a few weeks.
    private static boolean isApart(Programme programme, List<Attended> attended) {
        for (Attended one : attended) {
            Programme other = one.programme();
            boolean alike =
                    other.level() == programme.level()
                            && other.form() == programme.form()
                            && other.form() != Form.SELF_DIRECTED;
            boolean both = inPresence(other) && inPresence(programme);
            if (alike && isNear(other, programme, APART_DAYS)) return false;
            if (both && isNear(other, programme, MOVED_DAYS_MAX)) return false;
        }
        return true;
    }

    private static boolean inPresence(Programme programme) {
        return programme.form() == Form.CENTRALISED || programme.form() == Form.BLENDED;
    }

    /// Whether fewer days than that lie between the two.
    private static boolean isNear(Programme one, Programme other, int days) {
        return !one.startedOn().minusDays(days).isAfter(other.completedOn())
                && !other.startedOn().minusDays(days).isAfter(one.completedOn());
    }

    /// Every programme of the catalogue that has a code, whoever attends it.
    public static Stream<Programme> offered(ProvinceSettings settings) {
        ProgrammeCatalogue catalogue = new ProgrammeCatalogue(settings);
        List<Division> counties = new Divisions().counties();
        return IntStream.rangeClosed(SimulatedYears.FIRST, SimulatedYears.lastBy(settings.today()))
                .boxed()
                .flatMap(year ->
                        Stream.of(CourseOffer.values())
                                .flatMap(offer ->
                                        places(offer, counties)
                                                .flatMap(place ->
                                                        IntStream.range(0, slots(offer))
                                                                .mapToObj(slot ->
                                                                        catalogue.programme(
                                                                                offer, year, place,
                                                                                slot)))))
                .filter(programme -> programme.code() != null);
    }

    private static Stream<Place> places(CourseOffer offer, List<Division> counties) {
        return switch (offer.level()) {
            case NATIONAL, PROVINCE -> Stream.of(Place.ANYWHERE);
            case CITY -> counties.stream().map(Place::city).distinct();
            case COUNTY -> counties.stream().map(Place::county);
            case SCHOOL -> Stream.of();
        };
    }

    private Programme programme(CourseOffer offer, int year, SimulatedTeacher teacher, int slot) {
        Division division = teacher.school().division();
        Place place =
                switch (offer.level()) {
                    case NATIONAL, PROVINCE -> Place.ANYWHERE;
                    case CITY -> Place.city(division);
                    case COUNTY -> Place.county(division);
                    case SCHOOL -> new Place(teacher.school().code(), "");
                };
        return programmes.programme(offer, year, place, slot % slots(offer));
    }

    private static int slots(CourseOffer offer) {
        return switch (offer.level()) {
            case NATIONAL, PROVINCE -> SLOTS;
            case CITY -> 16;
            case COUNTY -> 8;
            case SCHOOL -> 3;
        };
    }

    /// Long enough ago that every system has said all it has to say of it.
    private boolean isSettled(Programme programme) {
        LocalDate last = settings.today().minusDays(SETTLING_DAYS);
        return !programme.completedOn().isAfter(last);
    }

    /// Numbers one teacher's records.
    private static final class Serial {
        private long next;

        Serial(int index) {
            next = (long) index * SERIALS;
        }

        long next() {
            return next++;
        }
    }

    /// One teacher at one programme.
    private record Visit(SeededRandom dice, SimulatedTeacher teacher, Programme programme) {
        Attended seen(int year, Serial serial) {
            Details truth = truth();
            Set<SourceSystem> systems = systems();
            boolean isAlone = systems.size() == 1;
            List<SimulatedCopy> copies = new ArrayList<>();
            Copies histories = new Copies(dice, teacher, programme);
            for (SourceSystem system : systems) {
                String id = system.recordId(year, serial.next());
                Details told = isAlone ? truth : retold(truth);
                copies.add(histories.copy(system, id, fitted(told, system), isAlone));
            }
            return new Attended(programme, copies);
        }

        private Details truth() {
            boolean selfDirected = programme.form() == Form.SELF_DIRECTED;
            boolean split = programme.form() == Form.BLENDED && !dice.perMille(300);
            return new Details(
                    programme.name(),
                    programme.hourHundredths(),
                    split ? Integer.valueOf(programme.centralisedHundredths()) : null,
                    grade(),
                    selfDirected || dice.perMille(400) ? null : Integer.valueOf(attendance()),
                    programme.completedOn(),
                    dice.below(3),
                    resultHundredths());
        }

        private int resultHundredths() {
            Result result = programme.result();
            return result == null ? 0 : result.worth(DECIDED[dice.below(DECIDED.length)]);
        }

        private Grade grade() {
            int thrown = dice.below(100);
            if (thrown < 3) return Grade.FAIL;
            return thrown < 20 ? Grade.EXCELLENT : thrown < 52 ? Grade.GOOD : Grade.PASS;
        }

        /// The edge of 80 % more often than chance would have it.
        private int attendance() {
            int thrown = dice.below(100);
            if (thrown < 2) return 8000;
            if (thrown < 3) return 7999;
            return thrown < 6 ? dice.between(2000, 7900) : dice.between(80, 100) * 100;
        }

        /// Its own system first, and those that heard of it.
        private Set<SourceSystem> systems() {
            Set<SourceSystem> systems = EnumSet.noneOf(SourceSystem.class);
            boolean selfDirected = programme.form() == Form.SELF_DIRECTED;
            for (SourceSystem system : SourceSystem.SEEING) {
                boolean sees = dice.perMille(chance(system));
                if (sees && !selfDirected) systems.add(system);
            }
            if (systems.isEmpty()) systems.add(selfDirected ? SourceSystem.VENDOR : own());
            return systems;
        }

        private int chance(SourceSystem system) {
            boolean isOwn = system == own();
            return switch (system) {
                case NATIONAL -> isOwn ? 950 : programme.level() == Level.PROVINCE ? 50 : 20;
                case PROVINCE -> isOwn ? 920 : 130;
                case VENDOR -> isOwn ? 900 : 70;
                case AGENCY -> 0;
            };
        }

        private SourceSystem own() {
            return switch (programme.level()) {
                case NATIONAL -> SourceSystem.NATIONAL;
                case PROVINCE, CITY, COUNTY -> SourceSystem.PROVINCE;
                case SCHOOL -> SourceSystem.VENDOR;
            };
        }

        private Details retold(Details truth) {
            Details told = truth.withEvidence(dice.below(3));
            if (dice.perMille(300)) told = told.withName(Spelling.other(told.name(), dice));
            if (programme.form() == Form.SELF_DIRECTED) return told;
            if (dice.perMille(70))
                told = told.withGrade(dice.perMille(500) ? Grade.PASS : Grade.GOOD);
            return dice.perMille(70) ? told.withHours(told.hourHundredths() + 200) : told;
        }

        private static Details fitted(Details details, SourceSystem system) {
            return switch (system) {
                case NATIONAL -> details.inWholeNumbers();
                case PROVINCE -> details.withEvidence(Math.min(details.evidence(), 1));
                case VENDOR, AGENCY -> details;
            };
        }
    }
}
