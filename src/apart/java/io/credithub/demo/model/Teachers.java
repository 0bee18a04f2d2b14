package io.credithub.demo.model;

import io.credithub.demo.model.SimulatedTeacher.EmploymentStatus;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everybody who teaches in the synthetic province: each one a function of seed and index, so that
/// nobody needs to be kept in memory.
public final class Teachers {
    private static final int SCHOOL_SIZE = 40;
    private static final int SEQUENCES = 999;
    private static final long NUMBER_PRIME = 99_999_989L;
    private static final long NUMBER_STRIDE = 48_271L;
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1966, 9, 1);
    private static final int BIRTHDAYS = 13_513;
    private static final int BIRTHDAY_STRIDE = 5_077;
    private static final long DAY_STRIDE = 389;

    private final ProvinceSettings settings;
    private final List<Division> counties;
    private final List<String> abolished;
    private final int[] countyStarts;

    public Teachers(ProvinceSettings settings) {
        this.settings = settings;
        Divisions divisions = new Divisions();
        counties = divisions.counties();
        abolished = divisions.abolishedCodes();
        countyStarts = countyStarts(counties, settings.teachers());
    }

    public int size() {
        return settings.teachers();
    }

    /// A school of the next county after a teacher's in which somebody teaches.
    public SimulatedSchool schoolElsewhere(SimulatedTeacher teacher) {
        int next = (teacher.school().division().order() + 1) % counties.size();
        while (isEmpty(next)) next = (next + 1) % counties.size();
        return SimulatedSchool.of(counties.get(next), 0);
    }

    private boolean isEmpty(int county) {
        int end = county + 1 < countyStarts.length ? countyStarts[county + 1] : size();
        return countyStarts[county] == end;
    }

    /// @param index 0 to below the size
    public SimulatedTeacher teacher(int index) {
        SeededRandom dice = SeededRandom.at(settings.seed(), index);
        int county = countyOf(index);
        LocalDate birthDate = birthDate(index);
        int sequence = index % SEQUENCES + 1;
        String name = Names.of(dice, sequence % 2 == 1);
        boolean resident = !dice.perMille(3);
        String idNumber =
                resident
                        ? ResidentNumber.of(birthplace(dice), birthDate, sequence)
                        : foreignNumber(settings.first() + index);
        boolean isOdd = (settings.first() + index) % 2 == 1;
        String idType = resident ? "RESIDENT" : isOdd ? "HKMO" : "PASSPORT";
        SimulatedSchool school = school(county, index);
        int lastYear = SimulatedYears.lastBy(settings.today());
        int firstYear = Math.min(birthDate.getYear() + dice.between(22, 26), lastYear);
        LocalDate transferredOn = transferredOn(dice, firstYear);
        EmploymentStatus status = status(dice, firstYear, lastYear);
        return new SimulatedTeacher(
                settings.first() + index,
                number(settings.first() + index),
                idType,
                idNumber,
                name,
                birthDate,
                school,
                status,
                firstYear == lastYear ? null : SimulatedYears.start(firstYear + 1),
                transferredOn,
                status == EmploymentStatus.SECONDED ? homeSchool(county, index) : null,
                status == EmploymentStatus.LEFT ? leftOn(index) : null,
                dice.perMille(10),
                firstYear);
    }

    private static EmploymentStatus status(SeededRandom dice, int firstYear, int lastYear) {
        int thrown = dice.below(1000);
        if (firstYear == lastYear) return EmploymentStatus.NEW;
        return thrown < 15
                ? EmploymentStatus.LEFT
                : thrown < 40 ? EmploymentStatus.SECONDED : EmploymentStatus.ACTIVE;
    }

    private @Nullable LocalDate transferredOn(SeededRandom dice, int firstYear) {
        LocalDate day =
                SimulatedYears.start(SimulatedYears.FIRST + dice.below(4))
                        .plusDays(dice.below(200));
        boolean moved = dice.perMille(20) && firstYear < SimulatedYears.FIRST;
        return moved && !day.isAfter(settings.today()) ? day : null;
    }

    /// Unique: the index times a stride, modulo a prime.
    private String number(int index) {
        long offset = Math.floorMod(settings.seed(), NUMBER_PRIME);
        long scattered = (index * NUMBER_STRIDE + offset) % NUMBER_PRIME;
        return "1400" + Long.toString(100_000_000 + scattered).substring(1);
    }

    /// Those with one sequence have different birthdays, so that no ID number is given twice.
    private LocalDate birthDate(int index) {
        long round = index / SEQUENCES;
        long shift =
                Long.remainderUnsigned(
                        SeededRandom.mixed(settings.seed() + index % SEQUENCES), BIRTHDAYS);
        return FIRST_BIRTH.plusDays((round * BIRTHDAY_STRIDE + shift) % BIRTHDAYS);
    }

    private String birthplace(SeededRandom dice) {
        if (dice.perMille(60)) return abolished.get(dice.below(abolished.size()));
        return counties.get(dice.below(counties.size())).code();
    }

    private static String foreignNumber(int index) {
        String digits = Integer.toString(100_000_000 + index).substring(1);
        return (index % 2 == 0 ? "E" : "H") + digits;
    }

    private int countyOf(int index) {
        int found = Arrays.binarySearch(countyStarts, index);
        int county = found >= 0 ? found : -found - 2;
        while (county + 1 < counties.size() && countyStarts[county + 1] == index) county++;
        return county;
    }

    private SimulatedSchool school(int county, int index) {
        return SimulatedSchool.of(
                counties.get(county), (index - countyStarts[county]) / SCHOOL_SIZE);
    }

    /// Of every other one it is in the next county.
    private SimulatedSchool homeSchool(int county, int index) {
        if (index % 2 == 0)
            return SimulatedSchool.of(counties.get((county + 1) % counties.size()), 0);
        int serial = (index - countyStarts[county]) / SCHOOL_SIZE;
        return SimulatedSchool.of(counties.get(county), serial == 0 ? 1 : serial - 1);
    }

    /// Some day of the cycle, not after today.
    private LocalDate leftOn(int index) {
        long days = ChronoUnit.DAYS.between(SimulatedYears.CYCLE_START, settings.today());
        return SimulatedYears.CYCLE_START.plusDays(index * DAY_STRIDE % (days + 1));
    }

    /// Where each county's teachers begin: urban districts have twice as many.
    private static int[] countyStarts(List<Division> counties, long teachers) {
        long[] reach = new long[counties.size() + 1];
        for (Division county : counties) {
            long weight = 60 + Integer.parseInt(county.code()) * 37L % 90;
            long schools = county.name().endsWith("区") ? 2 * weight : weight;
            reach[county.order() + 1] = reach[county.order()] + schools;
        }
        int[] starts = new int[counties.size()];
        long all = reach[counties.size()];
        for (int i = 0; i < starts.length; i++)
            starts[i] = Math.toIntExact(teachers * reach[i] / all);
        return starts;
    }
}
