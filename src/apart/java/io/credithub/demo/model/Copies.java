package io.credithub.demo.model;

import io.credithub.demo.model.ReportedVersion.Naming;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells the history of one record in one system: written once and well, mostly; or corrected,
/// withdrawn, malformed, mended, contradicted.
final class Copies {
    private static final int SHARES = 10_000;
    private static final int ENOUGH_ATTENDANCE = 8_000;
    private final SeededRandom dice;
    private final SimulatedTeacher teacher;
    private final Programme programme;

    Copies(SeededRandom dice, SimulatedTeacher teacher, Programme programme) {
        this.dice = dice;
        this.teacher = teacher;
        this.programme = programme;
    }

    /// @param details what the system says at first
    /// @param isAlone whether no other system has this training, so that its date may be corrected
    SimulatedCopy copy(SourceSystem system, String recordId, Details details, boolean isAlone) {
        List<CopyStep> steps = new ArrayList<>();
        Details inForce = history(system, details, isAlone, steps);
        return new SimulatedCopy(system, recordId, sightings(system, steps), inForce);
    }

    /// One version, before it is known how and when it arrives.
    private record CopyStep(
            Details details, boolean isWithdrawal, @Nullable SimulatedFault fault, int rank) {
        static CopyStep good(Details details, int rank) {
            return new CopyStep(details, false, null, rank);
        }

        static CopyStep withdrawn(Details details, int rank) {
            return new CopyStep(details, true, null, rank);
        }
    }

    private @Nullable Details history(
            SourceSystem system, Details first, boolean isAlone, List<CopyStep> steps) {
        int thrown = dice.below(SHARES);
        if (thrown < 70) return refused(system, first, steps, true);
        if (thrown < 100) {
            refused(system, first, steps, false);
            return good(first, steps);
        }
        good(first, steps);
        if (thrown < 600) return good(corrected(first, isAlone), steps);
        if (thrown < 630) {
            Details second = good(corrected(first, isAlone), steps);
            return good(once(second), steps);
        }
        if (thrown < 650) {
            refused(system, corrected(first, isAlone), steps, false);
            return first;
        }
        boolean withdrawable = !teacher.late();
        if (thrown < 770 && withdrawable) return withdrawn(first, steps);
        if (thrown < 800 && withdrawable) {
            withdrawn(first, steps);
            return good(corrected(first, isAlone), steps);
        }
        boolean contradicts = thrown < 900 && system == SourceSystem.VENDOR && earns(first);
        if (contradicts && first.hourHundredths() > 0 && programme.form() != Form.BLENDED) {
            steps.add(CopyStep.good(first.withHours(first.hourHundredths() + 500), 1));
        }
        return first;
    }

    /// Of two contents under one version the lesser credits count: where neither earns any, no rule
    /// that a key could know says which it is.
    private static boolean earns(Details details) {
        Integer attendance = details.attendance();
        boolean attended = attendance == null || attendance >= ENOUGH_ATTENDANCE;
        return details.grade() != Grade.FAIL && attended;
    }

    private Details good(Details details, List<CopyStep> steps) {
        steps.add(CopyStep.good(details, steps.size() + 1));
        return details;
    }

    private @Nullable Details withdrawn(Details details, List<CopyStep> steps) {
        steps.add(CopyStep.withdrawn(details, steps.size() + 1));
        return null;
    }

    private @Nullable Details refused(
            SourceSystem system, Details details, List<CopyStep> steps, boolean isLast) {
        boolean resident = teacher.idType().equals("RESIDENT");
        Integer split = details.centralisedHundredths();
        SimulatedFault fault =
                SimulatedFault.any(
                        dice,
                        new SimulatedFault.Case(system, programme.form(), split, resident, isLast));
        steps.add(new CopyStep(details, false, fault, steps.size() + 1));
        return null;
    }

    private Details corrected(Details before, boolean isAlone) {
        LocalDate earlier = before.completedOn().minusDays(dice.between(1, 5));
        if (isAlone && dice.perMille(100) && !earlier.isBefore(SimulatedYears.CYCLE_START)) {
            return before.withCompletedOn(earlier);
        }
        if (programme.form() == Form.SELF_DIRECTED || dice.perMille(300)) {
            return before.withEvidence(before.evidence() == 0 ? 1 : 0);
        }
        if (dice.perMille(500)) return before.withGrade(otherGrade(before.grade()));
        int more = 100 * dice.between(1, 4);
        return before.withHours(before.hourHundredths() + more);
    }

    /// Unlike every version before it.
    private Details once(Details before) {
        if (programme.form() == Form.SELF_DIRECTED) return before.withEvidence(2);
        return before.withHours(before.hourHundredths() + 700);
    }

    private Grade otherGrade(Grade grade) {
        Grade[] grades = Grade.values();
        return grades[(grade.code() - 1 + dice.between(1, grades.length - 1)) % grades.length];
    }

    private List<ReportedVersion> sightings(SourceSystem system, List<CopyStep> steps) {
        boolean contradicted = steps.size() == 2 && steps.getFirst().rank == steps.getLast().rank;
        Marks marks = contradicted ? Marks.REVISION : Marks.any(dice, system);
        boolean isStale = steps.size() > 1 && marks != Marks.TIME && dice.perMille(300);
        LocalDateTime time = firstTime(steps.getFirst().details.completedOn());
        Naming naming = Naming.any(dice);
        boolean isLate = dice.perMille(15);
        boolean isSpoilt = steps.stream().anyMatch(step -> step.fault != null);
        List<ReportedVersion> sightings = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            CopyStep step = steps.get(i);
            int turn = isStale ? steps.size() - 1 - i : i;
            boolean isRepeated = step.fault == null && dice.perMille(5) && !isSpoilt;
            sightings.add(
                    new ReportedVersion(
                            marks.counts(step.rank) ? Integer.valueOf(step.rank) : null,
                            marks.tells() ? time.plusHours(5L * turn) : null,
                            step.isWithdrawal,
                            step.details,
                            step.fault,
                            step.fault == SimulatedFault.BAD_ID ? Naming.DOCUMENT : naming,
                            isLate ? 2 : Math.min(turn, 2),
                            isRepeated));
        }
        return sightings;
    }

    /// Within ten days of the completion.
    private LocalDateTime firstTime(LocalDate completedOn) {
        int seconds = dice.between(8 * 3600, 18 * 3600);
        return completedOn.plusDays(dice.between(1, 10)).atStartOfDay().plusSeconds(seconds);
    }

    /// What a system tells of the order of its versions.
    private enum Marks {
        REVISION,
        TIME,
        BOTH,
        /// Old records had no revision; a change gives them one.
        GROWN;

        static Marks any(SeededRandom dice, SourceSystem system) {
            int thrown = dice.below(100);
            return switch (system) {
                case PROVINCE -> REVISION;
                case NATIONAL -> thrown < 20 ? TIME : thrown < 40 ? GROWN : BOTH;
                case VENDOR, AGENCY -> thrown < 15 ? TIME : thrown < 30 ? REVISION : BOTH;
            };
        }

        boolean counts(int rank) {
            return switch (this) {
                case REVISION, BOTH -> true;
                case TIME -> false;
                case GROWN -> rank > 1;
            };
        }

        boolean tells() {
            return this != REVISION;
        }
    }
}
