package io.credithub.demo.model;

import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What every teacher attended, and what the systems made of it: a function of seed and index.
public final class TrainingHistories {
    private static final int SETTLING_DAYS = 14;
    private static final int SERIALS = 1_000;
    private static final int SLOTS = 40;
    private static final int[] DECIDED = {100, 200, 300, 500, 800, 1200, 1500};

    private final ProvinceSettings settings;
    private final Teachers teachers;
    private final ProgrammeCatalogue programmes;

    public TrainingHistories(ProvinceSettings settings) {
        this.settings = settings;
        teachers = new Teachers(settings);
        programmes = new ProgrammeCatalogue(settings.seed());
    }

    public int size() {
        return teachers.size();
    }

    /// @param index of the teacher, 0 to below the size
    public TrainingHistory life(int index) {
        SimulatedTeacher teacher = teachers.teacher(index);
        SeededRandom dice = SeededRandom.at(settings.seed() ^ 0x4c49564553L, index);
        List<Attended> attended = new ArrayList<>();
        Serial serial = new Serial(index);
        int first = Math.max(SimulatedYears.FIRST, teacher.firstYear());
        for (int year = first; year <= SimulatedYears.lastBy(settings.today()); year++) {
            for (CourseOffer offer : CourseOffer.values()) {
                if (!dice.perMille(offer.perMille())) continue;
                Programme programme = programme(offer, year, teacher, dice.below(SLOTS));
                if (isSettled(programme))
                    attended.add(new Visit(dice, teacher, programme).seen(year, serial));
            }
        }
        return new TrainingHistory(teacher, attended);
    }

    private Programme programme(CourseOffer offer, int year, SimulatedTeacher teacher, int slot) {
        Division division = teacher.school().division();
        String place =
                switch (offer.level()) {
                    case NATIONAL, PROVINCE -> "";
                    case CITY -> division.cityName();
                    case COUNTY -> division.name();
                    case SCHOOL -> teacher.school().code();
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
            boolean twice = dice.perMille(4);
            boolean isAlone = systems.size() == 1 && !twice;
            List<SimulatedCopy> copies = new ArrayList<>();
            Copies histories = new Copies(dice, teacher, programme);
            for (SourceSystem system : systems) {
                String id = system.recordId(year, serial.next());
                Details told = isAlone ? truth : retold(truth);
                copies.add(histories.copy(system, id, fitted(told, system), isAlone));
            }
            if (twice) {
                SourceSystem system = systems.iterator().next();
                String id = system.recordId(year, serial.next());
                copies.add(histories.copy(system, id, fitted(retold(truth), system), false));
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
            for (SourceSystem system : SourceSystem.values()) {
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
                case VENDOR -> details;
            };
        }
    }
}
