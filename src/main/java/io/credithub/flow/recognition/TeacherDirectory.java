package io.credithub.flow.recognition;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The teachers whom a claim names, by the roster. Implemented by `hub.store`.
public interface TeacherDirectory {
    /// @return by teacher number; who is not in the roster is left out
    Uni<Map<String, Colleague>> find(Collection<String> teacherNos);

    /// @param schoolCode the home school of a seconded teacher, else the school: where credits are
    ///   registered
    record Colleague(String name, @Nullable String schoolCode, String division) {
        boolean isOf(Visibility sight, String school) {
            return school.equals(schoolCode) && sight.within().covers(division);
        }

        /// People are never printed.
        @Override
        public String toString() {
            return "Colleague[masked]";
        }
    }
}
