package io.credithub.flow.division;

import io.credithub.flow.access.Jurisdiction;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The schools, as the roster tells them. Everybody on it stands at exactly one school of exactly
/// one division: the home school of who works elsewhere, else where they work. Implemented by
/// `hub.store`.
public interface Schools {
    /// In the order of divisions and codes.
    ///
    /// @param after the last of the page before; null: from the first
    Uni<List<RosterSchool>> list(SchoolQuestion asked, @Nullable SchoolPlace after, int most);

    /// @param within whose teachers
    /// @param school only the one of this code; null: all
    /// @param name a part of one of its names; null: whatever they are
    record SchoolQuestion(Jurisdiction within, @Nullable String school, @Nullable String name) {}

    /// Where a school stands in the list.
    ///
    /// @param school its code; empty: of those whose school the roster does not tell
    record SchoolPlace(String division, String school) {}

    /// @param name as most of those who work there and have not left have it; null if nobody has
    /// @param otherNames what else it is called in the roster, in their order: former names, and
    ///   other ways to write it
    /// @param teachers who belong there, in the sense of all figures
    /// @param present those of them who have not left
    record RosterSchool(
            SchoolPlace place,
            @Nullable String name,
            List<String> otherNames,
            long teachers,
            long present) {
        public RosterSchool {
            otherNames = List.copyOf(otherNames);
        }
    }
}
