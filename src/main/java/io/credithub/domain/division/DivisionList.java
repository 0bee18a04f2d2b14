package io.credithub.domain.division;

import java.util.Comparator;
import java.util.List;

/// What is on file about divisions, in the order of their codes: two lists that say the same are
/// equal, however they were written.
public record DivisionList(List<ListedDivision> divisions, List<DivisionChange> changes) {
    public static final DivisionList EMPTY = new DivisionList(List.of(), List.of());

    public DivisionList {
        divisions = divisions.stream().sorted(Comparator.comparing(ListedDivision::code)).toList();
        changes = changes.stream().sorted(Comparator.comparing(DivisionChange::code)).toList();
    }

    public boolean isEmpty() {
        return divisions.isEmpty() && changes.isEmpty();
    }
}
