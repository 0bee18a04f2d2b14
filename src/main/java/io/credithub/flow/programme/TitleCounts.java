package io.credithub.flow.programme;

import io.credithub.domain.programme.ProgrammeTitle;
import io.smallrye.mutiny.Uni;
import java.util.List;

/// How often titles are borne. Reads much of the registry. Implemented by `hub.store`.
public interface TitleCounts {
    /// Of records that are somebody's: in force, aside, held or refused.
    ///
    /// @return most frequent first
    Uni<List<CountedTitle>> counted();

    /// @param name as it was first written
    /// @param teachers whose records they are
    record CountedTitle(ProgrammeTitle title, String name, long records, long teachers) {}
}
