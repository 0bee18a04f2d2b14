package io.credithub.demo.bench;

import io.credithub.demo.model.Details;
import io.credithub.demo.model.Programme;
import io.credithub.demo.model.ProvinceSettings;
import io.credithub.demo.model.ReportedVersion;
import io.credithub.demo.model.ReportedVersion.Naming;
import io.credithub.demo.model.SeededRandom;
import io.credithub.demo.model.SimulatedCopy;
import io.credithub.demo.model.SimulatedTeacher;
import io.credithub.demo.model.SourceSystem;
import io.credithub.demo.model.Teachers;
import io.credithub.demo.model.Wording;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The rows of a bench file: clean, in order of completion date, and the teachers at random within
/// any stretch of them. Each row is a function of seed and place.
final class BenchRows {
    static final int ROWS_PER_TEACHER = 20;
    private static final int PROGRAMMES = 400;

    /// Nine digits, each row its own and in no order, as ids of large systems come: the stride has
    /// no divisor in common with their number.
    private static final long IDS = 1_000_000_000;

    private static final long ID_STRIDE = 387_420_489;
    private static final LocalDate FIRST_DAY = LocalDate.of(2022, 9, 5);
    private static final int DAYS = 1400;
    private static final int TEACHER_STRIDE = 7_919;
    private static final Level[] LEVELS = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.COUNTY};
    private static final String[] KINDS = {"骨干教师培训", "暑期集中培训", "学科教学研修", "信息技术应用研修"};

    private final int records;
    private final long seed;
    private final List<SimulatedTeacher> teachers = new ArrayList<>();
    private final List<Title> titles = new ArrayList<>();

    BenchRows(int records, long seed) {
        this.records = records;
        this.seed = seed;
        int size = (records + ROWS_PER_TEACHER - 1) / ROWS_PER_TEACHER;
        Teachers all = new Teachers(new ProvinceSettings(size, seed, ProvinceSettings.TODAY));
        for (int i = 0; i < size; i++) teachers.add(all.teacher(i));
        for (int i = 0; i < PROGRAMMES; i++) titles.add(title(i));
    }

    private record Title(String name, String code, Level level, Form form) {}

    List<SimulatedTeacher> teachers() {
        return List.copyOf(teachers);
    }

    /// @param row from 0; from the number of records on the dates begin anew, with other trainings
    Wording row(int row) {
        SeededRandom dice = SeededRandom.at(seed ^ 0x42454e4348L, row);
        Title title = titles.get(dice.below(PROGRAMMES));
        LocalDate completedOn = FIRST_DAY.plusDays((long) (row % records) * DAYS / records);
        // In seven days at most: two of a teacher's that overlap are still plausible.
        int hours = 50 * dice.between(8, 80);
        Programme programme =
                new Programme(
                        title.name,
                        title.code,
                        null,
                        null,
                        title.level,
                        title.form,
                        hours,
                        0,
                        completedOn.minusDays(6),
                        completedOn,
                        List.of(),
                        null);
        Details details =
                new Details(title.name, hours, null, grade(dice), null, completedOn, 0, 0);
        ReportedVersion sighting =
                new ReportedVersion(1, null, false, details, null, Naming.NUMBER, 0, false);
        String id = "BN-" + Long.toString(IDS + row * ID_STRIDE % IDS).substring(1);
        SimulatedCopy copy =
                new SimulatedCopy(SourceSystem.PROVINCE, id, List.of(sighting), details);
        return new Wording(teachers.get(teacherOf(row)), programme, copy, sighting, "", "");
    }

    /// Everybody once in each round, in another order in each.
    private int teacherOf(int row) {
        long round = row / teachers.size();
        long shift = Long.remainderUnsigned(SeededRandom.mixed(seed + round), teachers.size());
        long place = row % teachers.size() * (long) stride(round) + shift;
        return Math.toIntExact(place % teachers.size());
    }

    /// Has no divisor in common with the number of teachers, so that nobody is met twice in a
    /// round.
    private int stride(long round) {
        int stride = Math.toIntExact((TEACHER_STRIDE * (round + 1)) % teachers.size());
        while (common(Math.max(stride, 1), teachers.size()) != 1) stride++;
        return Math.max(stride, 1);
    }

    private static int common(int a, int b) {
        return b == 0 ? a : common(b, a % b);
    }

    private static Grade grade(SeededRandom dice) {
        int thrown = dice.below(100);
        if (thrown < 3) return Grade.FAIL;
        return thrown < 20 ? Grade.EXCELLENT : thrown < 52 ? Grade.GOOD : Grade.PASS;
    }

    private static Title title(int number) {
        Level level = LEVELS[number % LEVELS.length];
        Form form = number % 3 == 0 ? Form.ONLINE : Form.CENTRALISED;
        String kind = KINDS[number / LEVELS.length % KINDS.length];
        return new Title(level.zh() + kind + "第" + (number + 1) + "班", "BP-" + number, level, form);
    }
}
