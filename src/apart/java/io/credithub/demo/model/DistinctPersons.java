package io.credithub.demo.model;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/// Finds out whether a row names somebody whom its file has not named before.
@FunctionalInterface
public interface DistinctPersons {
    boolean areOneMoreWith(Wording words);

    /// For files in which the rows of one teacher follow one another: remembers one teacher only.
    static DistinctPersons together() {
        Set<String> ofTeacher = new HashSet<>();
        int[] teacher = {-1};
        return words -> {
            if (words.teacher().index() != teacher[0]) ofTeacher.clear();
            teacher[0] = words.teacher().index();
            return !words.person().isEmpty() && ofTeacher.add(words.person());
        };
    }

    /// For files that name everybody by number, in any order.
    static DistinctPersons scattered() {
        BitSet seen = new BitSet();
        return words -> {
            int teacher = words.teacher().index();
            boolean isNew = !seen.get(teacher);
            seen.set(teacher);
            return isNew;
        };
    }
}
