package io.credithub.flow.programme;

import io.credithub.domain.programme.ProgrammeTitle;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Set;

/// Numbers for titles of programmes and for families of them. Implemented by `hub.store`.
public interface Programmes {
    /// @param names the programme's name as written, by title
    /// @return the number of each title; a new one is kept for ever
    Uni<Map<ProgrammeTitle, Integer>> titles(Map<ProgrammeTitle, String> names);

    /// @param cores see [io.credithub.domain.programme.ProgrammeRegister#family]
    /// @return the number of each family; a new one is kept for ever
    Uni<Map<String, Integer>> families(Set<String> cores);

    /// The same without keeping anything: what is not known yet has a negative number.
    Programmes provisional();
}
