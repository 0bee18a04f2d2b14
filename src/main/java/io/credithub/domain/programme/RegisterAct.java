package io.credithub.domain.programme;

import java.time.LocalDate;

/// What somebody does to the programme register.
public sealed interface RegisterAct {
    record AliasAdded(String code, String alias) implements RegisterAct {}

    record AliasTakenAway(String code, String alias) implements RegisterAct {}

    record EntriesJoined(String code, String into) implements RegisterAct {}

    record EntriesParted(String code) implements RegisterAct {}

    record ProgrammeWithdrawn(String code) implements RegisterAct {}

    record ProgrammeReinstated(String code) implements RegisterAct {}

    record FileTaken(RegisterFile file) implements RegisterAct {}

    /// What it comes to.
    default RegisterOutcome on(ProgrammeEntries entries, LocalDate today) {
        return switch (this) {
            case AliasAdded(String code, String alias) -> entries.addAlias(code, alias);
            case AliasTakenAway(String code, String alias) -> entries.takeAliasAway(code, alias);
            case EntriesJoined(String code, String into) -> entries.join(code, into);
            case EntriesParted(String code) -> entries.part(code);
            case ProgrammeWithdrawn(String code) -> entries.withdraw(code);
            case ProgrammeReinstated(String code) -> entries.reinstate(code);
            case FileTaken(RegisterFile file) -> entries.take(file, today);
        };
    }
}
