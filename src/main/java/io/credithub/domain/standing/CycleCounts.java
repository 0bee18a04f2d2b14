package io.credithub.domain.standing;

import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.Requirements;
import io.credithub.domain.policy.terms.Exemption;
import io.credithub.domain.policy.terms.SchoolCalendar;
import io.credithub.domain.standing.Recognition.Registered;
import io.credithub.domain.standing.YearStanding.YearState;
import java.time.LocalDate;
import java.util.List;

/// What a standing starts from: the registered years of a tally, what caps leave on each line, and
/// what exemptions let off in each year.
final class CycleCounts {
    private final Policy policy;
    private final TeacherFacts teacher;
    private final Registered tally;
    private final int now;
    private final int leftFrom;
    private final Recognition[] recognitions;
    private final ExemptionEffect[] reliefs;

    CycleCounts(Policy policy, Tally sums, TeacherFacts teacher, LocalDate asOf) {
        Requirements requirements = policy.requirements();
        if (sums.rowCount() != requirements.rowCount()) {
            throw new IllegalArgumentException("the tally is of another policy");
        }
        SchoolCalendar calendar = policy.terms().calendar();
        int years = calendar.cycleYears();
        long from = (long) teacher.registeredFrom(calendar) - sums.cycle();
        this.policy = policy;
        this.teacher = teacher;
        this.now = calendar.schoolYearOf(asOf);
        this.leftFrom = teacher.leftFrom(calendar, asOf);
        this.tally = new Registered(sums, Math.clamp(from, 0, years), years);
        this.recognitions = new Recognition[requirements.lines().size()];
        for (int line = 0; line < recognitions.length; line++) {
            recognitions[line] = Recognition.of(requirements.tree(line), tally);
        }
        List<Exemption> known = policy.terms().requirements().exemptions();
        this.reliefs = new ExemptionEffect[years];
        for (int year = 0; year < years; year++) {
            boolean registered = year >= tally.first() && !isLeft(year);
            reliefs[year] =
                    registered
                            ? ExemptionEffect.of(known, teacher, sums.cycle() + year)
                            : ExemptionEffect.NONE;
        }
    }

    Policy policy() {
        return policy;
    }

    TeacherFacts teacher() {
        return teacher;
    }

    Registered tally() {
        return tally;
    }

    int cycle() {
        return tally.tally().cycle();
    }

    /// What caps leave on a line.
    Recognition recognition(int line) {
        return recognitions[line];
    }

    ExemptionEffect relief(int year) {
        return reliefs[year];
    }

    /// Whether the teacher had left before the school year was over.
    private boolean isLeft(int year) {
        return tally.tally().cycle() + year >= leftFrom;
    }

    /// Years that ask for something, begun or not.
    int askedYears() {
        int asked = 0;
        for (int year = tally.first(); year < tally.years(); year++) if (!isLeft(year)) asked++;
        return asked;
    }

    boolean hasLeft() {
        return isLeft(tally.years() - 1);
    }

    YearState state(int year) {
        if (year < tally.first()) return YearState.NOT_REGISTERED;
        if (isLeft(year)) return YearState.LEFT;
        if (now < cycle() + year) return YearState.NOT_BEGUN;
        return now == cycle() + year ? YearState.RUNNING : YearState.ENDED;
    }
}
