package io.credithub.fakes;

import io.credithub.domain.Credits;
import io.credithub.domain.standing.Standing;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.recompute.Recomputation.County;
import io.credithub.flow.recompute.Recomputation.CycleAmounts;
import io.credithub.flow.recompute.Recomputation.TeacherChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/// What comes out otherwise, county by county.
record CountyChanges(RegistryState state, Jurisdiction within) {
    /// Those within, with who the teacher is, ordered by teacher and cycle.
    List<TeacherChange> each(Collection<TeacherChange> changes) {
        return changes.stream()
                .map(this::named)
                .filter(change -> within.covers(change.division()))
                .sorted(
                        Comparator.comparingInt(TeacherChange::teacher)
                                .thenComparingInt(TeacherChange::cycle))
                .toList();
    }

    private TeacherChange named(TeacherChange change) {
        StoredTeacher teacher = state.teacher(change.teacher());
        return new TeacherChange(
                change.teacher(),
                teacher.row().teacherNo(),
                change.cycle(),
                teacher.answering(),
                change.awards(),
                change.before(),
                change.after());
    }

    List<County> of(Collection<TeacherChange> changes) {
        Map<String, List<TeacherChange>> counties = new TreeMap<>();
        for (TeacherChange change : each(changes)) {
            counties.computeIfAbsent(change.division(), _ -> new ArrayList<>()).add(change);
        }
        return counties.entrySet().stream()
                .map(county -> county(county.getKey(), county.getValue()))
                .toList();
    }

    private static County county(String division, List<TeacherChange> changes) {
        return new County(
                division,
                changes.size(),
                changes.stream().mapToLong(TeacherChange::awards).sum(),
                count(changes, change -> recognised(change) > 0),
                count(changes, change -> recognised(change) < 0),
                sum(changes, change -> change.before().earned()),
                sum(changes, change -> change.after().earned()),
                sum(changes, change -> change.before().recognised()),
                sum(changes, change -> change.after().recognised()),
                count(
                        changes,
                        change -> !isQualified(change.before()) && isQualified(change.after())),
                count(
                        changes,
                        change -> isQualified(change.before()) && !isQualified(change.after())));
    }

    private static int recognised(TeacherChange change) {
        return change.after().recognised().compareTo(change.before().recognised());
    }

    private static boolean isQualified(CycleAmounts amounts) {
        return amounts.verdict() == Standing.Verdict.QUALIFIED;
    }

    private static long count(List<TeacherChange> changes, Predicate<TeacherChange> which) {
        return changes.stream().filter(which).count();
    }

    private static Credits sum(
            List<TeacherChange> changes, Function<TeacherChange, Credits> amount) {
        return changes.stream().map(amount).reduce(Credits.ZERO, Credits::plus);
    }
}
