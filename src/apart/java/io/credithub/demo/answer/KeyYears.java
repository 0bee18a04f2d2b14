package io.credithub.demo.answer;

import io.credithub.demo.injected.InjectedCase;
import io.credithub.demo.injected.InjectedKind;
import io.credithub.demo.injected.InjectedRecord;
import io.credithub.demo.model.Details;
import io.credithub.demo.model.ReportedVersion;
import io.credithub.demo.model.SimulatedTeacher;
import io.credithub.demo.model.SimulatedYears;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What must be found about the school years of a teacher: at most one thing of each.
///
/// @param today on which the reconciliation is done
record KeyYears(LocalDate today) {
    /// Versions of a later wave come once school years have been decided.
    private static final int LAST_BEFORE_DECISION = 2;

    List<KeyBreak> of(
            SimulatedTeacher teacher,
            ExpectedCredits credits,
            Collection<KeyRecord> records,
            Optional<InjectedCase> planted) {
        List<KeyBreak> found = new ArrayList<>();
        for (int year = SimulatedYears.FIRST; year <= SimulatedYears.lastBy(today); year++) {
            int schoolYear = year;
            boolean isEmpty =
                    records.stream()
                            .noneMatch(record -> SimulatedYears.of(record.lastDay()) == schoolYear);
            boolean isMissed = isEmpty && isAskedFor(teacher, credits, year);
            KeyBreak acted = planted.map(of -> ofActs(of, schoolYear)).orElse(null);
            if (acted != null) found.add(acted);
            else if (isMissed) found.add(about(teacher, year, "NO_RECORDS"));
            else if (credits.isCut(year - SimulatedYears.FIRST))
                found.add(about(teacher, year, "CAP_OR_FLOOR").told(true));
        }
        return found;
    }

    /// A year that is over, that begins after the confirmation, and that they did not leave in.
    private boolean isAskedFor(SimulatedTeacher teacher, ExpectedCredits credits, int year) {
        LocalDate left = teacher.leftOn();
        boolean isOver = !today.isBefore(SimulatedYears.start(year + 1));
        boolean isRegistered = year - SimulatedYears.FIRST >= credits.unregistered();
        return isOver && isRegistered && (left == null || year < SimulatedYears.of(left));
    }

    /// What people did: decided, lent.
    private static @Nullable KeyBreak ofActs(InjectedCase planted, int year) {
        InjectedKind kind = planted.kind();
        if (planted.year() != year) return null;
        if (kind.isLent()) {
            return about(planted.teacher(), year, "LOAN").told(kind == InjectedKind.LENT);
        }
        boolean isChanged = kind.isDecided() && kind != InjectedKind.DECIDED_ALONE;
        return isChanged ? about(planted.teacher(), year, "DECIDED_YEAR_CHANGED") : null;
    }

    private static KeyBreak about(SimulatedTeacher teacher, int year, String code) {
        return new KeyBreak("TEACHER_YEAR", code, false, "", teacher.number() + " " + year);
    }

    /// By how much less a planted case's decided year counts than the ledger holds of it in the
    /// end: at most what was decided is recognised, and at most what the ledger holds.
    ///
    /// @return 0 or less
    static long decidedLess(Optional<InjectedCase> planted) {
        if (planted.isEmpty() || !planted.get().kind().isDecided()) return 0;
        long more = 0;
        for (InjectedRecord record : planted.get().records()) {
            for (ReportedVersion version : record.copy().sightings()) {
                boolean isInTime = version.wave() <= LAST_BEFORE_DECISION;
                if (isInTime) more += award(record, version.details());
            }
            Details inForce = record.copy().inForce();
            if (inForce != null) more -= award(record, inForce);
        }
        return Math.min(0, more);
    }

    private static long award(InjectedRecord record, Details details) {
        return KeyArithmetic.award(record.told().level(), record.told().form(), details);
    }
}
