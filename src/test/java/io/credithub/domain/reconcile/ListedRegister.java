package io.credithub.domain.reconcile;

import io.credithub.domain.completion.Level;
import io.credithub.domain.programme.ProgrammeRegister;
import io.credithub.domain.programme.ProgrammeTitle;
import io.credithub.domain.programme.RegisteredProgramme;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A register of the few entries that a test lists.
record ListedRegister(List<RegisteredProgramme> entries) implements ProgrammeRegister {
    static ListedRegister of(RegisteredProgramme... entries) {
        return new ListedRegister(List.of(entries));
    }

    static RegisteredProgramme entry(int number, String code, String... names) {
        return new RegisteredProgramme(
                number,
                code,
                code,
                List.of(names),
                Level.NATIONAL,
                null,
                null,
                null,
                null,
                null,
                false);
    }

    @Override
    public @Nullable RegisteredProgramme find(ProgrammeTitle title, LocalDate day) {
        for (RegisteredProgramme entry : entries) {
            if (entry.code().equals(title.code()) || entry.names().contains(title.name()))
                return entry;
        }
        return null;
    }

    @Override
    public String family(ProgrammeTitle title, LocalDate day) {
        return ProgrammeRegister.EMPTY.family(title, day);
    }
}
