package io.credithub.domain.programme;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The programme register as of one decision: which official programme a title means, and which
/// titles may mean the same training at all.
public interface ProgrammeRegister {
    /// No entry at all: every title stands for itself.
    ProgrammeRegister EMPTY =
            new ProgrammeRegister() {
                @Override
                public @Nullable RegisteredProgramme find(ProgrammeTitle title, LocalDate day) {
                    return null;
                }

                @Override
                public String family(ProgrammeTitle title, LocalDate day) {
                    return CoreName.of(title).core();
                }
            };

    /// The entry that a title means: by its code, else by its name or an alias among the entries of
    /// that time.
    ///
    /// @param day of completion
    /// @return null if none does, or more than one
    @Nullable RegisteredProgramme find(ProgrammeTitle title, LocalDate day);

    /// What all titles share that may name the same training. Titles of different families are
    /// never compared.
    ///
    /// @param day of completion
    String family(ProgrammeTitle title, LocalDate day);
}
