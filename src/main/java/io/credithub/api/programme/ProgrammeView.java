package io.credithub.api.programme;

import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import io.credithub.domain.programme.ProgrammeTerms;
import io.credithub.domain.programme.RegisterEntry;
import io.credithub.flow.delivery.Hours;
import io.credithub.flow.register.RegisterQuery;
import io.credithub.flow.register.RegisterQuery.EntryState;
import io.credithub.flow.register.RegisterQuery.FoundEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A programme of the register as it is told.
///
/// @param aliases that hold, by whoever they were given
/// @param places by the code of the county
/// @param joinedTo code of the programme that it was found to be
/// @param endedOn the last day on which it holds
/// @param joined codes of those that were found to be it; of a single programme only
/// @param history the oldest first; of a single programme only
public record ProgrammeView(
        String code,
        String name,
        List<String> aliases,
        @Nullable Level level,
        @Nullable Form form,
        @Nullable Hours hours,
        @Nullable String organiser,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        Map<String, Integer> places,
        EntryState state,
        @Nullable String joinedTo,
        @Nullable LocalDate endedOn,
        @Nullable List<String> joined,
        @Nullable List<RegisterEventView> history) {
    /// Something that happened to it.
    ///
    /// @param version number of what records are matched by from then on
    /// @param at in the province's time
    /// @param act what was done
    /// @param detail what was new: the columns, the alias, the other's code; may be empty
    public record RegisterEventView(
            long version, String at, String by, String reason, String act, String detail) {}

    static ProgrammeView of(RegisterEntry entry) {
        return of(entry, null, null);
    }

    static ProgrammeView of(FoundEntry found, List<RegisterEventView> history) {
        return of(found.entry(), found.joined(), history);
    }

    private static ProgrammeView of(
            RegisterEntry entry,
            @Nullable List<String> joined,
            @Nullable List<RegisterEventView> history) {
        ProgrammeTerms terms = entry.terms();
        Integer hours = terms.hourHundredths();
        return new ProgrammeView(
                entry.code(),
                terms.name(),
                entry.aliases().inForce(),
                terms.level(),
                terms.form(),
                hours == null ? null : new Hours(hours),
                terms.organiser(),
                terms.startsOn(),
                terms.endsOn(),
                terms.places(),
                RegisterQuery.state(entry),
                entry.joinedTo(),
                entry.endedOn(),
                joined,
                history);
    }
}
