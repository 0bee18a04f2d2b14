package io.credithub.fakes;

import io.credithub.flow.roster.Enrolled;
import io.credithub.flow.roster.RosterRow;
import io.credithub.flow.roster.RosterStore.HomesFound;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Where home schools are: where those are who work there.
record HomeSearch(RegistryState state, LocalDate today) {
    /// As the registry and some rows know it.
    @Nullable String of(String school, List<RosterRow> rows) {
        Set<String> divisions = new TreeSet<>();
        for (RosterRow row : rows) {
            boolean isThere = school.equals(row.schoolCode());
            if (isThere && row.division() != null) divisions.add(row.division());
        }
        for (StoredTeacher teacher : state.teachers.values()) {
            if (school.equals(teacher.row().schoolCode())) divisions.add(teacher.division());
        }
        return divisions.isEmpty() ? null : divisions.iterator().next();
    }

    HomesFound find() {
        Set<Integer> found = new HashSet<>();
        Set<Integer> moved = new HashSet<>();
        Set<String> unknown = new HashSet<>();
        for (StoredTeacher teacher : List.copyOf(state.teachers.values())) {
            RosterRow row = teacher.row();
            if (row.homeDivision() != null || !row.isAway()) continue;
            String school = row.homeSchool();
            String home = school == null ? null : of(school, List.of());
            if (home == null) {
                if (school != null) unknown.add(school);
                continue;
            }
            String was = teacher.answering();
            StoredTeacher there = teacher.with(row.with(home, row.leftOn()));
            state.teachers.put(teacher.id(), there);
            found.add(teacher.id());
            if (was.equals(home)) continue;
            moved.add(teacher.id());
            new CountyTransfer(state, today).learned(there, was);
        }
        Enrolled enrolled =
                new Enrolled(
                        0, found.size(), 0, found, Set.of(), moved, Set.of(), List.of(), List.of());
        return new HomesFound(enrolled, unknown);
    }
}
