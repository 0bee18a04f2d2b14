package io.credithub.domain.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entry of the programme register with all that was decided about it. Never deleted: what a
/// complete file leaves out ends.
///
/// @param number in the registry, above 0; 0 of one that is not kept yet
/// @param code official, unique in the register; never changes
/// @param joinedTo code of the entry that this one was found to be; absent: it stands for itself
/// @param endedOn last day on which it holds; absent: it goes on
/// @param isWithdrawn nobody earns anything by it
public record RegisterEntry(
        int number,
        String code,
        ProgrammeTerms terms,
        AliasSet aliases,
        @Nullable String joinedTo,
        @Nullable LocalDate endedOn,
        boolean isWithdrawn) {
    static RegisterEntry of(String code, ProgrammeTerms terms, AliasSet aliases) {
        return new RegisterEntry(0, code, terms, aliases, null, null, false);
    }

    /// Its name and the aliases that hold, as they are written.
    public List<String> names() {
        List<String> names = new ArrayList<>();
        names.add(terms.name());
        names.addAll(aliases.inForce());
        return names;
    }

    /// The same under its number in the registry.
    public RegisterEntry numbered(int as) {
        return new RegisterEntry(as, code, terms, aliases, joinedTo, endedOn, isWithdrawn);
    }

    RegisterEntry saying(ProgrammeTerms other, AliasSet names) {
        return new RegisterEntry(number, code, other, names, joinedTo, endedOn, isWithdrawn);
    }

    RegisterEntry joined(@Nullable String to) {
        return new RegisterEntry(number, code, terms, aliases, to, endedOn, isWithdrawn);
    }

    RegisterEntry ending(@Nullable LocalDate day) {
        return new RegisterEntry(number, code, terms, aliases, joinedTo, day, isWithdrawn);
    }

    RegisterEntry withdrawn(boolean is) {
        return new RegisterEntry(number, code, terms, aliases, joinedTo, endedOn, is);
    }
}
