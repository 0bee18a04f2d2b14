package io.credithub.flow.teacher;

import io.credithub.domain.teacher.Identification.Candidate;
import io.credithub.domain.teacher.Identity;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Teachers as they were found in a roster.
///
/// @param roster its version
/// @param rules the number of the rulebook in force at that moment
/// @param matching the number of what records were matched by at that moment
public record Identified(long roster, int rules, long matching, TeachersByKey found) {
    /// Teachers by the key that found them.
    ///
    /// @param persons who each of them is
    /// @param erased hashes of numbers and documents that are nobody's, since their persons were
    ///   erased
    public record TeachersByKey(
            Map<String, Integer> byNumber,
            Map<UUID, Integer> byDocument,
            Map<Integer, Identity> persons,
            Set<UUID> erased) {
        /// Whether somebody is meant who was erased, and nobody else.
        public boolean isErased(TeacherKeys keys) {
            boolean isFound =
                    byNumber.containsKey(keys.number())
                            || byDocument.containsKey(keys.documentHash());
            if (isFound) return false;
            return contains(erased, keys.numberHash()) || contains(erased, keys.documentHash());
        }

        private static boolean contains(Set<UUID> hashes, @Nullable UUID hash) {
            return hash != null && hashes.contains(hash);
        }

        public @Nullable Candidate candidate(@Nullable Integer teacher) {
            Identity identity = teacher == null ? null : persons.get(teacher);
            return teacher == null || identity == null ? null : new Candidate(teacher, identity);
        }
    }
}
