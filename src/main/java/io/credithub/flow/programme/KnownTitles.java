package io.credithub.flow.programme;

import io.credithub.domain.programme.ProgrammeTitle;
import io.smallrye.mutiny.Uni;
import java.util.List;

/// All titles that records were ever reported under. Implemented by `hub.store`.
public interface KnownTitles {
    /// In order of their numbers.
    Uni<List<NumberedTitle>> all();

    record NumberedTitle(int number, ProgrammeTitle title) {}
}
